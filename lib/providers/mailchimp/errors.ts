import { say } from "../contract/app-words.ts";
import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { failure } from "./failures.ts";
import { badFieldsOf, detailOf, type Problem, readProblem } from "./problem.ts";
import { tell } from "./words.ts";

const maxRetryAfterMs = 24 * 60 * 60 * 1_000;
/** Mailchimp does not say how long; its limit is on requests at one time, which soon pass. */
const usualPauseMs = 10_000;

/**
 * What an answer other than 2xx means: https://mailchimp.com/developer/marketing/docs/errors/
 * @param what was asked for, in plain words: "contact"
 */
export function refusalOf(reply: ProviderReply, what: string): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply);
  if (status === 429) return tooManyRequests(reply);
  if (problem) return explain(problem, status, what);
  // "At exceptionally high volumes, you may receive an HTTP 429 or 403 without a JSON body."
  // https://mailchimp.com/developer/marketing/docs/fundamentals/#api-limits
  if (status === 403) return tooManyRequests(reply);
  const detail = `HTTP ${status} without an error of Mailchimp's`;
  if (status === 401) return failure("auth", accessEnded, detail);
  const message = tell("does_not_work_as_should");
  return failure("unavailable", message, detail);
}

const accessEnded = tell("no_longer_accepts_connection");

/**
 * Which refusal says that this person may not be subscribed by anyone but themselves: `deleted` from the audience for
 * good, or `blocked` after they left or their address failed; null for any other answer.
 */
export function consentRefusalOf(reply: ProviderReply): "deleted" | "blocked" | null {
  const title = reply.status === 400 ? readProblem(reply)?.title : undefined;
  if (title === "Forgotten Email Not Subscribed") return "deleted";
  return title === "Member In Compliance State" ? "blocked" : null;
}

function explain(problem: Problem, status: number, what: string): ProviderError {
  const detail = detailOf(problem, status);
  const byTitle = explainTitle(problem.title, detail);
  if (byTitle) return byTitle;
  if (status >= 500) {
    const message = say("app_fault", { app: "Mailchimp" });
    return failure("unavailable", message, detail);
  }
  switch (status) {
    case 401:
      return failure("auth", accessEnded, detail);
    case 403: {
      const message = tell("user_who_made_connection_may");
      return failure("scope_missing", message, detail);
    }
    case 404: {
      const message = tell("does_not_have_not_any", { what });
      return failure("not_found", message, detail);
    }
    case 409:
      return failure("conflict", tell("says_there_already", { what }), detail);
    default: {
      const message = tell("did_not_accept", badFieldsOf(problem));
      return failure("invalid_input", message, detail);
    }
  }
}

/** The errors that mean the same wherever they come. */
function explainTitle(title: string, detail: string): ProviderError | null {
  switch (title) {
    case "User Disabled": {
      const message = tell("has_deactivated_account");
      return failure("account_closed", message, detail);
    }
    case "Compliance Related": {
      const message = tell("has_blocked_account_while_reviews");
      return failure("account_closed", message, detail);
    }
    case "Wrong Datacenter": {
      const message = tell("has_moved_account");
      return failure("auth", message, detail);
    }
    case "Member In Compliance State":
    case "Forgotten Email Not Subscribed": {
      const message = tell("person_has_left_audience_their");
      return failure("conflict", message, detail);
    }
    default:
      return null;
  }
}

function tooManyRequests({ status, headers }: ProviderReply): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: say("app_asks_to_wait", { app: "Mailchimp" }),
    retryAfterMs: retryAfterMs(headers["retry-after"]),
    detail: `HTTP ${status}`,
  });
}

function retryAfterMs(header: string | undefined): number {
  return header && /^\d{1,6}$/.test(header)
    ? Math.min(Number(header) * 1_000, maxRetryAfterMs)
    : usualPauseMs;
}
