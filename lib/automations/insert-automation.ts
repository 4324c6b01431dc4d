import type { Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { insertDestination } from "#lib/deliveries/insert-destination.ts";
import { newId } from "#lib/ids.ts";
import { defaultRetryScheduleSeconds } from "#lib/webhooks/retry-presets.ts";
import { requireSavable } from "./check-definition.ts";
import type { Definition } from "./definition-schema.ts";
import { type AutomationRow, findAutomation } from "./naming/find-automation.ts";
import { publishVersion } from "./publish-version.ts";

/** A run keeps its lease for as long as it takes: this is for what is claimed and not yet begun. */
const timeoutMs = 30_000;

/**
 * Writes the rows of a new automation: a draft, or what is live at once.
 * @param made.recipeId what it was installed from; null = made by hand
 * @throws {AppError} 422 for a draft that is wrong, and for one that is to be published and could not be run; 409 at 500
 *   automations
 */
export async function insertAutomation(
  tx: Tx,
  ctx: Ctx,
  made: { name: string; draft: Definition; recipeId: string | null; isPublished: boolean },
): Promise<AutomationRow> {
  const { name, draft, recipeId } = made;
  await requireSavable(tx, ctx.merchantId, draft);
  const own = { id: newId("aut"), merchantId: ctx.merchantId };
  await insertDestination(tx, {
    ...own,
    kind: "automation",
    // No event makes a delivery until a version is live.
    eventTypes: [],
    state: "paused",
    retrySchedule: [...defaultRetryScheduleSeconds],
    timeoutMs,
  });
  await tx.insert(automations).values({ ...own, name, draft, recipeId });
  const detail = recipeId === null ? { name } : { name, recipe: recipeId };
  await recordAudit(tx, ctx, { action: "automation.created", targetId: own.id, detail });
  const created = await findAutomation(tx, ctx.merchantId, own.id);
  if (!made.isPublished) return created;
  const version = await publishVersion(tx, created, draft);
  await recordAudit(tx, ctx, { action: "automation.published", targetId: own.id, detail: { version } });
  return findAutomation(tx, ctx.merchantId, own.id);
}
