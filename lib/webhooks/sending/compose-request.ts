import { maskAll } from "#lib/crypto/mask.ts";
import { signWebhook } from "#lib/crypto/standard-webhooks.ts";
import { version } from "#lib/version.ts";
import type { WebhookAuth } from "#lib/webhooks/schema.ts";
import type { WebhookSecrets } from "#lib/webhooks/secrets.ts";

/**
 * The headers of one attempt, per Standard Webhooks, and the same as they may be shown: what a merchant set as a
 * header or credential is masked.
 */
export function composeHeaders(input: {
  eventId: string;
  body: string;
  now: Date;
  secrets: WebhookSecrets;
}): { headers: Record<string, string>; shownHeaders: Record<string, string> } {
  const { secrets } = input;
  const timestampSeconds = Math.floor(input.now.getTime() / 1_000);
  const own = {
    "content-type": "application/json",
    "accept-encoding": "identity",
    "user-agent": `Patchbay/${version}`,
    "webhook-id": input.eventId,
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": signWebhook({
      id: input.eventId,
      timestampSeconds,
      body: input.body,
      secrets: secrets.signingSecrets.map((entry) => entry.secret),
    }),
  };
  const auth = authHeaders(secrets.auth);
  const hidden = { ...secrets.headers, ...auth };
  const hasAccept = Object.keys(hidden).some((name) => name.toLowerCase() === "accept");
  const defaults: Record<string, string> = hasAccept ? {} : { accept: "*/*" };
  return {
    headers: { ...defaults, ...hidden, ...own },
    shownHeaders: { ...defaults, ...maskAll(hidden), ...own },
  };
}

function authHeaders(auth: WebhookAuth): Record<string, string> {
  switch (auth.type) {
    case "none":
      return {};
    case "apiKey":
      return { [auth.header.toLowerCase()]: auth.value };
    case "basic":
      return {
        authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString("base64")}`,
      };
    case "bearer":
      return { authorization: `Bearer ${auth.token}` };
  }
}
