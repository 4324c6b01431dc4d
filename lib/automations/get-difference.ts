import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { findActions } from "./checking/find-actions.ts";
import { findAutomation } from "./find-automation.ts";
import { compareDefinitions } from "./trying/compare-definitions.ts";
import { dryRunInTurn } from "./trying/dry-run-in-turn.ts";
import { findLive } from "./trying/find-live.ts";
import { type DifferenceDto, differenceInput } from "./trying/try-schema.ts";

/**
 * What publishing the draft would change: step by step, field by field, and on request how many of the merchant's newest
 * events it would change the outcome of.
 * @throws {AppError} 404 for another merchant's automation, 429 while others of the merchant's dry runs are under way
 */
export async function getDifference({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<DifferenceDto> {
  authorise(ctx, "read");
  const { id, events: count } = parseInput(differenceInput, input);
  const { merchantId, locale } = ctx;
  const automation = await findAutomation(db(), merchantId, id);
  const { draft } = automation;
  const live = await findLive(db(), automation);
  const { fields, steps } = compareDefinitions(live?.definition ?? null, draft);
  const lookUpAction = await findActions(
    db(),
    merchantId,
    steps.map(({ step }) => step),
  );
  const tried =
    count === 0 ? null : await dryRunInTurn({ merchantId, automationId: id, draft, live, count, locale });
  return {
    liveVersion: live?.version ?? null,
    hasChanges: fields.length > 0 || steps.length > 0,
    fields,
    steps: steps.map(({ step, ...difference }) => {
      const { action, app } = lookUpAction(step);
      return { key: step.key, title: action?.title ?? null, app: app?.name ?? null, ...difference };
    }),
    dryRun: tried?.totals ?? null,
  };
}
