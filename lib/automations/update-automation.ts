import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { requireSavable } from "./check-definition.ts";
import {
  type AutomationRow,
  findAutomation,
  lockAutomation,
  lockRevision,
} from "./naming/find-automation.ts";
import { automationDto, updateAutomationInput } from "./schema.ts";
import { switchAutomation } from "./switch-automation.ts";

/**
 * Changes the name or the draft of an automation, and has it run or hold its runs. What is live stays as it is until the
 * draft is published.
 * @throws {AppError} 422 for bad input and for a draft that is wrong, 404 for another merchant's automation, 409 where
 *   someone has changed it since, and for enabling one that was never published
 */
export const updateAutomation = defineVerb({
  permission: "integrations:write",
  input: updateAutomationInput,
  output: automationDto,
  async run({ ctx, input: { id, revision, enabled, ...changes } }) {
    const dto = await db().transaction(async (tx) => {
      const current =
        revision === undefined
          ? await lockAutomation(tx, ctx.merchantId, id)
          : await lockRevision(tx, ctx.merchantId, { id, revision });
      await changeDraft(tx, ctx, current, changes);
      if (enabled !== undefined) await switchAutomation(tx, ctx, current, enabled);
      return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
    });
    if (enabled === true) wakeDeliveries();
    return dto;
  },
});

type Changes = Omit<z.output<typeof updateAutomationInput>, "id" | "revision" | "enabled">;

async function changeDraft(tx: Tx, ctx: Ctx, current: AutomationRow, changes: Changes): Promise<void> {
  const changed = Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (changed.length === 0) return;
  const { id, draft, isDraftLive, revision } = current;
  const { name, eventType, condition, steps } = changes;
  const isNameOnly = changed.every((field) => field === "name");
  const next = {
    eventType: eventType ?? draft.eventType,
    condition: condition === undefined ? draft.condition : condition,
    steps: steps ?? draft.steps,
  };
  if (!isNameOnly) await requireSavable(tx, ctx.merchantId, next);
  await tx
    .update(automations)
    .set({
      name: name ?? current.name,
      draft: next,
      revision: revision + 1,
      isDraftLive: isDraftLive && isNameOnly,
    })
    .where(and(eq(automations.merchantId, ctx.merchantId), eq(automations.id, id)));
  await tx
    .update(destinations)
    .set({ updatedAt: sql`clock_timestamp()` })
    .where(and(eq(destinations.merchantId, ctx.merchantId), eq(destinations.id, id)));
  await recordAudit(tx, ctx, { action: "automation.updated", targetId: id, detail: { changed } });
}
