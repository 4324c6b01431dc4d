import type { ProviderReply } from "../contract/call.ts";

const maxWaitMs = 24 * 60 * 60_000;

/**
 * How long a 429 asks to wait. `X-RateLimit-Reset` is the time, in seconds of Unix time, at which requests are allowed
 * again; it is compared with the answer's own `Date`, for our clock may be another one.
 * https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits
 */
export function waitAskedForMs({ headers }: Pick<ProviderReply, "headers">): number | undefined {
  const reset = headers["x-ratelimit-reset"];
  if (!reset || !/^\d{1,12}$/.test(reset)) return undefined;
  const answeredAt = Date.parse(headers.date ?? "");
  const waitMs = Number(reset) * 1_000 - (Number.isNaN(answeredAt) ? Date.now() : answeredAt);
  return Math.min(Math.max(waitMs, 0), maxWaitMs);
}
