import { z } from "zod";
import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { deleteDestination } from "#lib/engine/destination-state.ts";
import { lockAutomation } from "./naming/find-automation.ts";
import { automationIdInput } from "./schema.ts";

/**
 * Deletes an automation. Runs that wait are cancelled; what has happened stays in the log.
 * @throws {AppError} 404 for another merchant's automation
 */
export const deleteAutomation = defineVerb({
  permission: "integrations:write",
  input: automationIdInput,
  output: z.object({ cancelled: z.int() }),
  async run({ ctx, input: { id } }) {
    return db().transaction(async (tx) => {
      const { name } = await lockAutomation(tx, ctx.merchantId, id);
      const cancelled = await deleteDestination(tx, id);
      await recordAudit(tx, ctx, { action: "automation.deleted", targetId: id, detail: { name, cancelled } });
      return { cancelled };
    });
  },
});
