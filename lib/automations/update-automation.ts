import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockRevision } from "./find-automation.ts";
import { type AutomationDto, updateAutomationInput } from "./schema.ts";

/**
 * Changes the name or the draft of an automation. What is live stays as it is until the draft is published.
 * @throws {AppError} 422 for bad input, 404 for another merchant's automation, 409 where someone has changed it since
 */
export async function updateAutomation({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AutomationDto> {
  authorise(ctx, "integrations:write");
  const { id, revision, name, eventType, condition, steps } = parseInput(updateAutomationInput, input);
  return db().transaction(async (tx) => {
    const { draft, isDraftLive, ...current } = await lockRevision(tx, ctx.merchantId, { id, revision });
    const changed = Object.entries({ name, eventType, condition, steps }).flatMap(([field, value]) =>
      value === undefined ? [] : [field],
    );
    if (changed.length > 0) {
      await tx
        .update(automations)
        .set({
          name: name ?? current.name,
          draft: {
            eventType: eventType ?? draft.eventType,
            condition: condition === undefined ? draft.condition : condition,
            steps: steps ?? draft.steps,
          },
          revision: revision + 1,
          isDraftLive: isDraftLive && changed.every((field) => field === "name"),
        })
        .where(and(eq(automations.merchantId, ctx.merchantId), eq(automations.id, id)));
      await tx
        .update(destinations)
        .set({ updatedAt: sql`clock_timestamp()` })
        .where(and(eq(destinations.merchantId, ctx.merchantId), eq(destinations.id, id)));
      await recordAudit(tx, ctx, { action: "automation.updated", targetId: id, detail: { changed } });
    }
    return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
  });
}
