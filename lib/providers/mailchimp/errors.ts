import type { ProviderReply } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { failure } from "./failures.ts";
import { describeBadFields, detailOf, type Problem, readProblem } from "./problem.ts";

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
  const message = "Mailchimp does not work as it should at the moment. Try again in a few minutes.";
  return failure("unavailable", message, detail);
}

const accessEnded =
  "Mailchimp no longer accepts this connection: it was taken back there, or whoever made it has left. Connect Mailchimp again.";

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
    const message = "Mailchimp has a fault of its own at the moment. Try again in a few minutes.";
    return failure("unavailable", message, detail);
  }
  switch (status) {
    case 401:
      return failure("auth", accessEnded, detail);
    case 403: {
      const message =
        "The Mailchimp user who made this connection may not do this. Connect Mailchimp again as the owner, an admin or a manager of the account.";
      return failure("scope_missing", message, detail);
    }
    case 404: {
      const message = `Mailchimp does not have this ${what}, or not any more. Choose another one.`;
      return failure("not_found", message, detail);
    }
    case 409:
      return failure("conflict", `Mailchimp says that this ${what} is there already.`, detail);
    default: {
      const message = `Mailchimp did not accept ${describeBadFields(problem)}. Correct it and try again.`;
      return failure("invalid_input", message, detail);
    }
  }
}

/** The errors that mean the same wherever they come. */
function explainTitle(title: string, detail: string): ProviderError | null {
  switch (title) {
    case "User Disabled": {
      const message =
        "Mailchimp has deactivated this account. Sign in at mailchimp.com to see why, then connect it again.";
      return failure("account_closed", message, detail);
    }
    case "Compliance Related": {
      const message =
        "Mailchimp has blocked this account while it reviews how it is used. Sign in at mailchimp.com to see what it asks of you.";
      return failure("account_closed", message, detail);
    }
    case "Wrong Datacenter": {
      const message = "Mailchimp has moved this account. Connect Mailchimp again.";
      return failure("auth", message, detail);
    }
    case "Member In Compliance State":
    case "Forgotten Email Not Subscribed": {
      const message =
        "This person has left your audience, or their address does not work. Only they themselves can join again, through your sign-up form.";
      return failure("conflict", message, detail);
    }
    default:
      return null;
  }
}

function tooManyRequests({ status, headers }: ProviderReply): ProviderError {
  return new ProviderError({
    kind: "rate_limited",
    message: "Mailchimp wants fewer requests for a while. We wait and go on by ourselves.",
    retryAfterMs: retryAfterMs(headers["retry-after"]),
    detail: `HTTP ${status}`,
  });
}

function retryAfterMs(header: string | undefined): number {
  return header && /^\d{1,6}$/.test(header)
    ? Math.min(Number(header) * 1_000, maxRetryAfterMs)
    : usualPauseMs;
}
