import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { resumeDestination } from "#lib/engine/destination-state.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { findWebhook, lockWebhook } from "./find-webhook.ts";
import { webhookDto, webhookIdInput } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { toWebhookDto } from "./webhook-dto.ts";

/**
 * Resumes a webhook that is paused or switched off: what was held is sent, the oldest first, and then what comes.
 * Resuming an active one changes nothing.
 * @throws {AppError} 404 for another merchant's webhook
 */
export const resumeWebhook = defineVerb({
  permission: "webhooks:write",
  input: webhookIdInput,
  output: webhookDto,
  async run({ ctx, input: { id } }) {
    const dto = await db().transaction(async (tx) => {
      const current = await lockWebhook(tx, ctx.merchantId, id);
      if (current.state !== "active") {
        await resumeDestination(tx, id);
        await recordAudit(tx, ctx, { action: "webhook.resumed", targetId: id });
      }
      const row = await findWebhook(tx, ctx.merchantId, id);
      return toWebhookDto(row, await openWebhookSecrets(row));
    });
    wakeDeliveries();
    return dto;
  },
});
