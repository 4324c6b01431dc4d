import { maskAll } from "../crypto/mask.ts";
import type { WebhookRow } from "./find-webhook.ts";
import type { WebhookAuth, WebhookDto } from "./schema.ts";
import type { WebhookSecrets } from "./secrets.ts";

/** What may be told of a webhook: values of headers and credentials stay behind. */
export function toWebhookDto(row: WebhookRow, secrets: WebhookSecrets): WebhookDto {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    eventTypes: row.eventTypes,
    headers: maskAll(secrets.headers),
    auth: describeAuth(secrets.auth),
    retrySchedule: row.retrySchedule,
    timeoutMs: row.timeoutMs,
    maxPerSecond: row.maxPerSecond,
    maxInFlight: row.maxInFlight,
    origin: row.origin,
    status: row.state,
    disabledReason: row.state === "disabled" ? row.stateReason : null,
    disabledAt: row.state === "disabled" ? row.stateSince.toISOString() : null,
    pausedAt: row.state === "paused" ? row.stateSince.toISOString() : null,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function describeAuth(auth: WebhookAuth): WebhookDto["auth"] {
  switch (auth.type) {
    case "none":
    case "bearer":
      return { type: auth.type };
    case "apiKey":
      return { type: auth.type, header: auth.header };
    case "basic":
      return { type: auth.type, username: auth.username };
  }
}

/** The secret that signs now, to show to the merchant. */
export function getSigningSecret(secrets: WebhookSecrets): string {
  const newest = secrets.signingSecrets[0];
  if (!newest) throw new Error("A webhook without a signing secret was stored.");
  return newest.secret;
}
