import { lookUp } from "#lib/look-up.ts";
import type { ProviderReply } from "../call.ts";
import { type FailureKind, ProviderError } from "../provider-error.ts";
import { issues } from "./issues.ts";
import { describeProblem, type Problem, readProblem } from "./problem.ts";

const maxWaitMs = 24 * 60 * 60_000;

/** What an answer other than 2xx means. */
export function refusalOf(reply: ProviderReply): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply.json);
  const detail = detailOf(status, problem);
  if (status === 429) return tooManyRequests(reply, detail);
  if (status >= 500) {
    return failure("unavailable", "PayPal has a fault of its own. It is tried again by itself.", detail);
  }
  if (!problem) return unreadable(reply, "a refusal in a form that PayPal does not use");
  const known = lookUp(issues, problem.issue ?? "") ?? lookUp(issues, problem.name);
  if (known) return failure(known.kind, known.message, detail);
  switch (status) {
    case 401:
      return failure(
        "auth",
        "PayPal refused the keys of your app. At developer.paypal.com, copy them anew and connect PayPal again.",
        detail,
      );
    case 403:
      return failure(
        "scope_missing",
        "Your PayPal app may not do this. At developer.paypal.com, open the app, switch its features for payments on, and connect again.",
        detail,
      );
    case 404:
      return failure(
        "not_found",
        "PayPal has nothing under this number. It may be of another account, or older than three years.",
        detail,
      );
    case 409:
      return failure(
        "unavailable",
        "PayPal is still at work on the same request. It is tried again by itself.",
        detail,
      );
    case 400:
    case 422:
      return failure(
        "invalid_input",
        `PayPal did not accept ${describeProblem(problem)}. Correct it and try again.`,
        detail,
      );
    default:
      return failure("unavailable", "PayPal refused in a way that we do not know. Try again later.", detail);
  }
}

/** The finer code of a refusal (`ORDER_ALREADY_CAPTURED`); null for other failures. */
export function issueOf(reply: Pick<ProviderReply, "json">): string | null {
  return readProblem(reply.json)?.issue ?? null;
}

/** An answer that is not what the documentation says. */
export function unreadable({ status }: Pick<ProviderReply, "status">, why: string): ProviderError {
  const message = "PayPal answered something that cannot be understood. Try again later.";
  return failure("unavailable", message, `HTTP ${status}: ${why}`);
}

/** https://developer.paypal.com/api/rate-limiting: there may be a Retry-After. */
function tooManyRequests({ headers }: ProviderReply, detail: string): ProviderError {
  const seconds = headers["retry-after"];
  const retryAfterMs =
    seconds && /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * 1_000, maxWaitMs) : undefined;
  const message = "PayPal wants fewer requests for a while. We wait and go on by ourselves.";
  return new ProviderError({ kind: "rate_limited", message, retryAfterMs, detail });
}

function detailOf(status: number, problem: Problem | null): string {
  if (!problem) return `HTTP ${status}`;
  const { name, issue, description, field, debugId } = problem;
  const code = [name, issue, field].filter(Boolean).join(" ");
  return `HTTP ${status} ${code}: ${description}${debugId ? ` (debug id ${debugId})` : ""}`;
}

function failure(kind: FailureKind, message: string, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}
