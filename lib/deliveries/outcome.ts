import type { AttemptFailure } from "#lib/failures/attempt-failures.ts";
import type { OutboundReply } from "#lib/http/send.ts";
import { renderAttempt } from "#lib/words/render-attempt.ts";
import type { AttemptOutcome, FailureCode } from "./schema.ts";

/** Longest wait that an endpoint may ask for with Retry-After. */
const maxRetryAfterMs = 24 * 60 * 60 * 1_000;
const jitterShare = 0.2;
/** The statuses that name another address (RFC 9110 §15.4); 304 and the rest of 3xx do not. */
const redirects = new Set([300, 301, 302, 303, 307, 308]);

export type Verdict = {
  outcome: AttemptOutcome;
  failure: AttemptFailure | null;
  failureCode: FailureCode | null;
  /** What happened, in plain words: for as long as the log keeps sentences. */
  message: string;
  nextAttemptAt: Date | null;
  /** The endpoint said that it is gone (410): nothing more is to be sent to it. */
  isGone: boolean;
};

type Judged = {
  reply: OutboundReply;
  trigger: "schedule" | "manual" | "test";
  scheduleStep: number;
  plannedAt: Date | null;
  retryScheduleSeconds: readonly number[];
  now: Date;
  random: number;
};

/**
 * What an attempt's reply means for its delivery. An attempt by hand uses nothing of the schedule: should it fail, the
 * delivery goes on as planned before, and one that had ended has ended again.
 * @param scheduleStep how many waits of the schedule are used up
 * @param plannedAt of an attempt by hand, when the schedule's next attempt is; null = none
 * @param retryScheduleSeconds the wait before the second attempt, the third, and so on
 * @param random a number in [0, 1), for the jitter of ±20 %
 */
export function judge(input: Judged): Verdict {
  const { reply } = input;
  if (reply.ok && reply.statusCode >= 200 && reply.statusCode < 300) {
    const { statusCode, flaw } = reply;
    const message = renderAttempt({ failure: null, statusCode, flaw });
    return {
      outcome: "delivered",
      failure: null,
      failureCode: null,
      message,
      nextAttemptAt: null,
      isGone: false,
    };
  }
  const failure = failureOf(reply);
  const isGone = failure.code === "gone";
  // A redirect is a wrong address: it will be the same at the next attempt, until a person changes it.
  const isFinal = isGone || failure.code === "redirect";
  const nextAttemptAt = isFinal ? null : planNext(input);
  const flaw = reply.ok && failure.code === "http_status" ? reply.flaw : null;
  const message = renderAttempt({ failure, statusCode: null, flaw });
  const outcome = nextAttemptAt ? "retrying" : "failed";
  return { outcome, failure, failureCode: failure.code, message, nextAttemptAt, isGone };
}

function planNext({
  trigger,
  plannedAt,
  scheduleStep,
  retryScheduleSeconds,
  reply,
  now,
  random,
}: Judged): Date | null {
  const askedMs = reply.ok ? retryAfterMs(reply, now) : 0;
  if (trigger === "test") return null;
  if (trigger === "manual") {
    return plannedAt && new Date(Math.max(plannedAt.getTime(), now.getTime() + askedMs));
  }
  const delaySeconds = retryScheduleSeconds[scheduleStep];
  if (delaySeconds === undefined) return null;
  const scheduledMs = delaySeconds * 1_000 * (1 - jitterShare + 2 * jitterShare * random);
  return new Date(now.getTime() + Math.max(scheduledMs, askedMs));
}

function failureOf(reply: OutboundReply): AttemptFailure {
  if (!reply.ok) return reply.failure;
  const { statusCode } = reply;
  if (statusCode === 410) return { code: "gone", params: { statusCode } };
  if (statusCode === 429) return { code: "rate_limited", params: { statusCode } };
  if (redirects.has(statusCode)) return { code: "redirect", params: { statusCode } };
  return { code: "http_status", params: { statusCode } };
}

/**
 * How long a 429 or 503 asks to wait, in ms: 0 where it does not ask, or not in a form that makes sense.
 * @see RFC 9110 §10.2.3
 */
function retryAfterMs(reply: { statusCode: number; headers: Record<string, string> }, now: Date): number {
  const value = reply.headers["retry-after"]?.trim();
  if ((reply.statusCode !== 429 && reply.statusCode !== 503) || !value) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : httpDateMs(value) - now.getTime();
  return Number.isNaN(ms) || ms <= 0 ? 0 : Math.min(ms, maxRetryAfterMs);
}

function httpDateMs(value: string): number {
  if (!/^[A-Z][a-z]{2,8},? .*\d/.test(value)) return Number.NaN;
  // The asctime form names no zone, and means GMT all the same.
  return Date.parse(/ GMT$/.test(value) ? value : `${value} GMT`);
}
