import type { FailureCode } from "#lib/deliveries/schema.ts";
import type { Params } from "#lib/engine/sender.ts";
import type { OutboundReply } from "#lib/http/send.ts";

/** The statuses that name another address (RFC 9110 §15.4); 304 and the rest of 3xx do not. */
const redirects = new Set([300, 301, 302, 303, 307, 308]);

export type Answer = {
  hasSucceeded: boolean;
  code: FailureCode | "accepted";
  params: Params;
  /** It will be the same at the next attempt, until a person changes something. */
  isFinal: boolean;
  /** The endpoint said that it is gone (410): nothing more is to be sent to it. */
  isGone: boolean;
  /** How long it asks to wait; 0 = it does not ask. */
  askedWaitMs: number;
};

/** What an endpoint's reply means: a final status line that was read decides, whatever came after it. */
export function readAnswer(reply: OutboundReply, now: Date = new Date()): Answer {
  if (!reply.ok) {
    const params = { verbatim: reply.message };
    return {
      hasSucceeded: false,
      code: reply.failureCode,
      params,
      isFinal: false,
      isGone: false,
      askedWaitMs: 0,
    };
  }
  const { statusCode } = reply;
  if (statusCode >= 200 && statusCode < 300) {
    const params = { statusCode, verbatim: `The endpoint accepted it (${statusCode}).${flawOf(reply)}` };
    return { hasSucceeded: true, code: "accepted", params, isFinal: false, isGone: false, askedWaitMs: 0 };
  }
  const { failureCode: code, message } = describeFailure(reply);
  return {
    hasSucceeded: false,
    code,
    params: { statusCode, verbatim: message },
    // A redirect is a wrong address: it will be the same at the next attempt, until a person changes it.
    isFinal: code === "gone" || code === "redirect",
    isGone: code === "gone",
    askedWaitMs: retryAfterMs(reply, now),
  };
}

function describeFailure(reply: OutboundReply & { ok: true }): { failureCode: FailureCode; message: string } {
  const { statusCode } = reply;
  if (statusCode === 410) {
    return {
      failureCode: "gone",
      message: "The endpoint says it is gone for good (410), so nothing more is sent to it.",
    };
  }
  if (statusCode === 429) {
    return { failureCode: "rate_limited", message: "The endpoint asks for fewer requests (429)." };
  }
  if (redirects.has(statusCode)) {
    return {
      failureCode: "redirect",
      message: `The endpoint answered with a redirect (${statusCode}). Patchbay does not follow those: use the final address.`,
    };
  }
  const message = `${explainStatus(statusCode)} (${statusCode}).${flawOf(reply)}`;
  return { failureCode: "http_status", message };
}

/** What was wrong with the rest of the answer, which changes nothing. */
function flawOf({ flaw }: { flaw: string | null }): string {
  return flaw === null ? "" : ` Its answer ${flaw}.`;
}

function explainStatus(statusCode: number): string {
  if (statusCode === 101) return "The endpoint changed to another protocol, which nobody had asked for";
  if (statusCode < 200 || statusCode > 599)
    return "The endpoint answered with a status that HTTP does not have";
  if (statusCode === 401) return "The endpoint did not accept the credentials, or asks for some";
  if (statusCode === 403) return "The endpoint, or a firewall before it, refused the request";
  if (statusCode === 404) return "There is nothing at this address";
  if (statusCode === 405) return "The endpoint does not take POST requests";
  if (statusCode === 413) return "The endpoint found the event too large";
  if (statusCode === 304)
    return "The endpoint answered that nothing has changed, which is no answer to an event";
  if (statusCode === 406) return "The endpoint cannot answer in a form that Patchbay accepts";
  if (statusCode === 408) return "The endpoint did not receive the whole request in time";
  if (statusCode === 411 || statusCode === 415) return "The endpoint does not take a body of this kind";
  if (statusCode === 431) return "The endpoint found the headers too large";
  if (statusCode === 503) return "The endpoint is not available at the moment";
  if (statusCode >= 500) return "The endpoint returned an error";
  return "The endpoint did not accept the event";
}

/**
 * How long a 429 or 503 asks to wait, in ms: 0 where it does not ask, or not in a form that makes sense.
 * @see RFC 9110 §10.2.3
 */
function retryAfterMs(reply: { statusCode: number; headers: Record<string, string> }, now: Date): number {
  const value = reply.headers["retry-after"]?.trim();
  if ((reply.statusCode !== 429 && reply.statusCode !== 503) || !value) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : httpDateMs(value) - now.getTime();
  return Number.isNaN(ms) || ms <= 0 ? 0 : ms;
}

function httpDateMs(value: string): number {
  if (!/^[A-Z][a-z]{2,8},? .*\d/.test(value)) return Number.NaN;
  // The asctime form names no zone, and means GMT all the same.
  return Date.parse(/ GMT$/.test(value) ? value : `${value} GMT`);
}
