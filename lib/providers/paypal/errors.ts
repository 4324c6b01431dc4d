import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { say } from "../contract/app-words.ts";
import type { ProviderReply } from "../contract/call.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";
import { issues } from "./issues.ts";
import { type Problem, readProblem, toldOf } from "./problem.ts";
import { tell } from "./words.ts";

const maxWaitMs = 24 * 60 * 60_000;

/** What an answer other than 2xx means. */
export function refusalOf(reply: ProviderReply): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply.json);
  const detail = detailOf(status, problem);
  if (status === 429) return tooManyRequests(reply, detail);
  if (status >= 500) {
    return failure("unavailable", say("app_fault", { app: "PayPal" }), detail);
  }
  if (!problem) return unreadable(reply, "a refusal in a form that PayPal does not use");
  const known = lookUp(issues, problem.issue ?? "") ?? lookUp(issues, problem.name);
  if (known) return failure(known.kind, known.message, detail);
  switch (status) {
    case 401:
      return failure("auth", tell("refused_keys_app"), detail);
    case 403:
      return failure("scope_missing", tell("app_may_not_do"), detail);
    case 404:
      return failure("not_found", tell("has_nothing_under_number"), detail);
    case 409:
      return failure("unavailable", tell("still_work_on_same_request"), detail);
    case 400:
    case 422:
      return failure("invalid_input", tell("did_not_accept", toldOf(problem)), detail);
    default:
      return failure("unavailable", say("app_unknown_refusal", { app: "PayPal" }), detail);
  }
}

/** The finer code of a refusal (`ORDER_ALREADY_CAPTURED`); null for other failures. */
export function issueOf(reply: Pick<ProviderReply, "json">): string | null {
  return readProblem(reply.json)?.issue ?? null;
}

/** An answer that is not what the documentation says. */
export function unreadable({ status }: Pick<ProviderReply, "status">, why: string): ProviderError {
  const message = say("app_unreadable", { app: "PayPal" });
  return failure("unavailable", message, `HTTP ${status}: ${why}`);
}

/** https://developer.paypal.com/api/rate-limiting: there may be a Retry-After. */
function tooManyRequests({ headers }: ProviderReply, detail: string): ProviderError {
  const seconds = headers["retry-after"];
  const retryAfterMs =
    seconds && /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * 1_000, maxWaitMs) : undefined;
  const message = say("app_asks_to_wait", { app: "PayPal" });
  return new ProviderError({ kind: "rate_limited", message, retryAfterMs, detail });
}

function detailOf(status: number, problem: Problem | null): string {
  if (!problem) return `HTTP ${status}`;
  const { name, issue, description, field, debugId } = problem;
  const code = [name, issue, field].filter(Boolean).join(" ");
  return `HTTP ${status} ${code}: ${description}${debugId ? ` (debug id ${debugId})` : ""}`;
}

function failure(kind: FailureKind, message: Message, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}
