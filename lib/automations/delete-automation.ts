import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { deleteDestination } from "#lib/engine/destination-state.ts";
import { parseInput } from "#lib/parse.ts";
import { lockAutomation } from "./naming/find-automation.ts";
import { automationIdInput } from "./schema.ts";

/**
 * Deletes an automation. Runs that wait are cancelled; what has happened stays in the log.
 * @throws {AppError} 404 for another merchant's automation
 */
export async function deleteAutomation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ cancelled: number }> {
  authorise(ctx, "integrations:write");
  const { id } = parseInput(automationIdInput, input);
  return db().transaction(async (tx) => {
    const { name } = await lockAutomation(tx, ctx.merchantId, id);
    const cancelled = await deleteDestination(tx, id);
    await recordAudit(tx, ctx, { action: "automation.deleted", targetId: id, detail: { name, cancelled } });
    return { cancelled };
  });
}
