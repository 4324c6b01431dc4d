import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import type { Problem } from "./problem.ts";
import { tell } from "./words.ts";

const maxWaitMs = 24 * 60 * 60_000;

/** The day ends at midnight in the account's own time zone; an hour from now is soon enough to look again. */
const dailyWaitMs = 60 * 60_000;
const rollingWaitMs = 10_000;

/**
 * HTTP 429: which limit was met stands in `policyName`, and its window in a header.
 * https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
export function rateLimited(reply: ProviderReply, problem: Problem | null, detail: string): ProviderError {
  const policy = problem?.policyName?.toUpperCase();
  const isDaily = policy === "DAILY" || /daily limit/i.test(problem?.message ?? "");
  const message = isDaily ? tell("account_has_used_up_requests") : tell("wants_fewer_requests_moment");
  const retryAfterMs = waitAsked(reply) ?? (isDaily ? dailyWaitMs : windowOf(reply, policy));
  return new ProviderError({
    kind: "rate_limited",
    message,
    retryAfterMs,
    detail: policy ? `${detail} (${policy})` : detail,
  });
}

/** @returns undefined where the answer does not say */
export function waitAsked({ headers }: ProviderReply): number | undefined {
  const seconds = headers["retry-after"];
  return seconds && /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * 1_000, maxWaitMs) : undefined;
}

function windowOf({ headers }: ProviderReply, policy: string | undefined): number {
  const interval = headers["x-hubspot-ratelimit-interval-milliseconds"];
  if (interval && /^[1-9]\d{0,8}$/.test(interval)) return Math.min(Number(interval), maxWaitMs);
  return policy === "SECONDLY" ? 1_000 : rollingWaitMs;
}
