import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { stopDestination } from "#lib/engine/destination-state.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { findWebhook, lockWebhook } from "./find-webhook.ts";
import { webhookDto, webhookIdInput } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { toWebhookDto } from "./webhook-dto.ts";

/**
 * Pauses a webhook: nothing is sent to it. What waits and what happens from now on is held, until it is resumed. Pausing
 * a paused one changes nothing.
 * @throws {AppError} 404 for another merchant's webhook, 409 for one that is switched off: it is held already
 */
export const pauseWebhook = defineVerb({
  permission: "webhooks:write",
  input: webhookIdInput,
  output: webhookDto,
  async run({ ctx, input: { id } }) {
    return db().transaction(async (tx) => {
      const current = await lockWebhook(tx, ctx.merchantId, id);
      if (current.state === "disabled") {
        throw conflict("webhook_disabled", say("problem_webhook_off_already"));
      }
      if (await stopDestination(tx, id, { state: "paused", reason: "manual" })) {
        await recordAudit(tx, ctx, { action: "webhook.paused", targetId: id });
      }
      const row = await findWebhook(tx, ctx.merchantId, id);
      return toWebhookDto(row, await openWebhookSecrets(row));
    });
  },
});
