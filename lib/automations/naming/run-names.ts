import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { type FoundAction, findActions } from "#lib/automations/naming/find-actions.ts";
import { readLocality } from "#lib/automations/naming/read-locality.ts";
import { entitle } from "#lib/automations/words/entitle.ts";
import { aboutEvent, createNames, type Names } from "#lib/automations/words/names.ts";
import type { Message, Params } from "#lib/failures/message.ts";
import type { Locale } from "#lib/words/locale.ts";

/** What the steps of a run are called, and in whose days its values are told. */
export type RunNames = {
  definition: Definition;
  lookUpAction: (step: Step) => FoundAction;
  timeZone: string;
};

type RunKey = { destinationId: string; version: number | null };

/** By run: the version that it goes by, with the actions of its steps. So many statements, however many runs. */
export async function findRunNames(
  tx: Tx,
  merchantId: string,
  runs: readonly RunKey[],
): Promise<(run: RunKey) => RunNames | null> {
  const versions = [...new Set(runs.flatMap(({ version }) => version ?? []))];
  if (versions.length === 0) return () => null;
  const rows = await tx
    .select({
      automationId: automationVersions.automationId,
      number: automationVersions.number,
      definition: automationVersions.definition,
    })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        inArray(automationVersions.automationId, [...new Set(runs.map((run) => run.destinationId))]),
        inArray(automationVersions.number, versions),
      ),
    );
  const steps = rows.flatMap(({ definition }) => definition.steps);
  const lookUpAction = await findActions(tx, merchantId, steps);
  const { timeZone } = await readLocality(tx, merchantId);
  const byKey = new Map(
    rows.map(({ automationId, number, definition }) => [
      `${automationId}/${number}`,
      { definition, lookUpAction, timeZone },
    ]),
  );
  return ({ destinationId, version }) => byKey.get(`${destinationId}/${version}`) ?? null;
}

type About = { type: string; data: Readonly<Record<string, unknown>> };

/** @param event that the run is about; its facts are enough */
export function namesOfRun(
  { definition, lookUpAction, timeZone }: RunNames,
  event: About,
  locale: Locale,
): Names {
  return aboutEvent(createNames(definition, lookUpAction, { locale, timeZone }), event);
}

/** What came of a run, with titles in place of the keys that its row keeps. */
export function tellRun(
  { code, params }: { code: string; params: Params | null },
  runNames: RunNames | null,
  event: About,
  locale: Locale,
): Message {
  const message = { code, params: params ?? {} };
  if (runNames === null) return message;
  return entitle(message, namesOfRun(runNames, event, locale), runNames.definition.condition);
}
