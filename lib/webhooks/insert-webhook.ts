import { db } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { newSigningSecret } from "#lib/crypto/standard-webhooks.ts";
import { insertDestination } from "#lib/deliveries/insert-destination.ts";
import { newId } from "#lib/ids.ts";
import { findWebhook, type WebhookRow } from "./find-webhook.ts";
import type { NewWebhook, WebhookWithSecretDto } from "./schema.ts";
import { sealWebhookSecrets } from "./secrets.ts";
import { subscriptionKey } from "./subscription-key.ts";
import { toWebhookDto } from "./webhook-dto.ts";

/** The app that looks after a webhook on its own, and what it calls it there. */
type WebhookOrigin = Pick<WebhookRow, "origin" | "originRef">;

/**
 * Writes a webhook whose caller was authorised and whose URL was judged, with a new signing secret.
 * @throws {AppError} 409 at 500 webhooks
 */
export async function insertWebhook(
  ctx: Ctx,
  { headers, auth, url, description, ...settings }: NewWebhook,
  origin: WebhookOrigin = { origin: null, originRef: null },
): Promise<WebhookWithSecretDto> {
  const id = newId("wh");
  const secret = newSigningSecret();
  const secrets = { signingSecrets: [{ secret }], headers, auth };
  const sealed = await sealWebhookSecrets({ id, merchantId: ctx.merchantId }, secrets);
  const row = await db().transaction(async (tx) => {
    const own = { id, merchantId: ctx.merchantId };
    await insertDestination(tx, { ...own, kind: "webhook", ...settings });
    await tx.insert(webhooks).values({
      ...own,
      url,
      description,
      sealed,
      ...origin,
      subscriptionKey: origin.origin === null ? null : subscriptionKey(url, settings.eventTypes),
    });
    await recordAudit(tx, ctx, { action: "webhook.created", targetId: id, detail: { url } });
    return findWebhook(tx, ctx.merchantId, id);
  });
  return { ...toWebhookDto(row, secrets), secret };
}
