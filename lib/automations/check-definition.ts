import type { Tx } from "#db/client.ts";
import { invalidInput } from "#lib/errors.ts";
import { formatPath } from "#lib/parse.ts";
import { defaultLocale } from "#lib/words/locale.ts";
import { type DefinitionProblem, findProblems } from "./checking/definition-problems.ts";
import type { Definition } from "./definition-schema.ts";
import { findNames } from "./naming/find-names.ts";
import { readLocality } from "./naming/read-locality.ts";
import { entitle } from "./words/entitle.ts";

/**
 * Refuses what could not be run: a step without a connection of the merchant's or an action of it, a mapping or condition
 * that does not fit the event and the actions, and whatever is still to be chosen. Warnings pass.
 * @throws {AppError} 422 with the path of each problem
 */
export async function requireRunnable(tx: Tx, merchantId: string, definition: Definition): Promise<void> {
  const problems = await findProblems(tx, merchantId, definition);
  const found = problems.filter(({ weight }) => weight !== "warning");
  await refuse(tx, merchantId, definition, found);
}

/**
 * Refuses a draft that is wrong: with types that do not fit, fields and sources that there are none of, connections that
 * are not the merchant's. One that is unfinished passes: it is refused when it is published.
 * @throws {AppError} 422 with the path of each problem
 */
export async function requireSavable(tx: Tx, merchantId: string, definition: Definition): Promise<void> {
  const problems = await findProblems(tx, merchantId, definition);
  const found = problems.filter(({ weight }) => weight === "refused");
  await refuse(tx, merchantId, definition, found);
}

const maxFaults = 50;

async function refuse(
  tx: Tx,
  merchantId: string,
  definition: Definition,
  problems: readonly DefinitionProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const { timeZone } = await readLocality(tx, merchantId);
  const names = await findNames(tx, merchantId, definition, { locale: defaultLocale, timeZone });
  const faults = problems.map(({ path, message }) => ({
    path: formatPath(path),
    message: entitle(message, names),
  }));
  throw invalidInput(faults.slice(0, maxFaults));
}
