import { z } from "zod";
import { open, type SealedPlace, seal } from "#lib/crypto/seal.ts";
import { webhookAuthSchema } from "./schema.ts";

/** All of a webhook that must not be readable in the database. */
const webhookSecrets = z.object({
  signingSecrets: z.array(z.object({ secret: z.string() })).min(1),
  headers: z.record(z.string(), z.string()),
  auth: webhookAuthSchema,
});
export type WebhookSecrets = z.output<typeof webhookSecrets>;

function toSealedPlace(webhook: { id: string; merchantId: string }): SealedPlace {
  return { merchantId: webhook.merchantId, table: "webhooks", rowId: webhook.id, column: "sealed" };
}

export function sealWebhookSecrets(
  webhook: { id: string; merchantId: string },
  secrets: WebhookSecrets,
): Promise<string> {
  return seal(JSON.stringify(secrets), toSealedPlace(webhook));
}

/** @throws {SealError} when the key is missing or the row was changed */
export async function openWebhookSecrets(webhook: {
  id: string;
  merchantId: string;
  sealed: string;
}): Promise<WebhookSecrets> {
  return webhookSecrets.parse(JSON.parse(await open(webhook.sealed, toSealedPlace(webhook))));
}
