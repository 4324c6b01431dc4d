import type { Result } from "#lib/engine/sender.ts";
import type { AttemptFailure } from "#lib/failures/attempt-failures.ts";
import type { Params } from "#lib/failures/message.ts";
import type { OutboundReply } from "#lib/http/send.ts";
import { retryAfterMs } from "#lib/retry-after.ts";

/** The statuses that name another address (RFC 9110 §15.4); 304 and the rest of 3xx do not. */
const redirects = new Set([300, 301, 302, 303, 307, 308]);

export type Answer = Pick<Result, "hasSucceeded" | "code" | "params" | "isFinal" | "isGone" | "askedWaitMs">;

/** What an endpoint's reply means: a final status line that was read decides, whatever came after it. */
export function readAnswer(reply: OutboundReply, now: Date = new Date()): Answer {
  if (reply.ok && reply.statusCode >= 200 && reply.statusCode < 300) {
    const params = withFlaw({ statusCode: reply.statusCode }, reply);
    return {
      hasSucceeded: true,
      code: "endpoint_accepted",
      params,
      isFinal: false,
      isGone: false,
      askedWaitMs: 0,
    };
  }
  const { code, params } = readFailure(reply);
  return {
    hasSucceeded: false,
    code,
    params: code === "http_status" ? withFlaw(params, reply) : params,
    // A redirect is a wrong address: it will be the same at the next attempt, until a person changes it.
    isFinal: code === "gone" || code === "redirect",
    isGone: code === "gone",
    askedWaitMs: reply.ok ? askedWaitMs(reply, now) : 0,
  };
}

/** What was wrong with the rest of the answer, which changes nothing, is told beside the outcome. */
function withFlaw(params: Params, reply: OutboundReply): Params {
  return reply.ok && reply.flaw ? { ...params, ...reply.flaw.params, flaw: reply.flaw.code } : params;
}

function readFailure(reply: OutboundReply): AttemptFailure {
  if (!reply.ok) return reply.failure;
  const { statusCode } = reply;
  if (statusCode === 410) return { code: "gone", params: { statusCode } };
  if (statusCode === 429) return { code: "rate_limited", params: { statusCode } };
  if (redirects.has(statusCode)) return { code: "redirect", params: { statusCode } };
  return { code: "http_status", params: { statusCode } };
}

/** How long a 429 or 503 asks to wait, in ms: 0 where it does not ask, or not in a form that makes sense. */
function askedWaitMs(reply: { statusCode: number; headers: Record<string, string> }, now: Date): number {
  const isBusy = reply.statusCode === 429 || reply.statusCode === 503;
  return isBusy ? (retryAfterMs(reply.headers["retry-after"], now) ?? 0) : 0;
}
