import type { ProviderReply } from "../call.ts";
import { type FailureKind, ProviderError } from "../provider-error.ts";
import { describeProblem, type Problem, readProblem, withoutAddresses } from "./problem.ts";
import { type KeyScope, rightsInWords } from "./scopes.ts";
import { waitAskedForMs } from "./wait-asked-for.ts";

const creditsPauseMs = 60 * 60_000;

/**
 * What an answer other than the one hoped for means.
 * @param needed the right that the request needs
 */
export function refusalOf(reply: ProviderReply, needed: KeyScope | null): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply.json);
  const detail = problem
    ? `HTTP ${status} ${problem.field ?? "-"}: ${withoutAddresses(problem.message)}`
    : `HTTP ${status}`;
  if (status === 429) {
    const message = "SendGrid wants fewer requests for a while. We wait and go on by ourselves.";
    return new ProviderError({ kind: "rate_limited", message, retryAfterMs: waitAskedForMs(reply), detail });
  }
  if (status >= 500) {
    return failure("unavailable", "SendGrid has a fault of its own. It is tried again by itself.", detail);
  }
  if (!problem) return unreadable(reply, "a refusal without `errors`");
  if (status === 401) return unauthorised(problem, detail);
  if (status === 403) return forbidden(problem, needed, detail);
  return refusedInput(status, problem, detail);
}

/** An answer that is not what the documentation says. */
export function unreadable({ status }: Pick<ProviderReply, "status">, why: string): ProviderError {
  const message = "SendGrid answered something that cannot be understood. Try again later.";
  return failure("unavailable", message, `HTTP ${status}: ${why}`);
}

function unauthorised({ message: told }: Problem, detail: string): ProviderError {
  // Not the key is refused, but the plan is used up: https://www.twilio.com/docs/sendgrid/ui/account-and-settings/billing
  if (/credits exceeded/i.test(told)) {
    const message =
      "Your SendGrid plan has no e-mails left. Upgrade it in SendGrid, or wait until it starts anew; then e-mails leave again.";
    return new ProviderError({ kind: "rate_limited", message, retryAfterMs: creditsPauseMs, detail });
  }
  if (isAboutAccount(told)) return accountClosed(detail);
  return failure(
    "auth",
    "SendGrid refused the key: it was deleted or replaced, or belongs to the other region. Connect SendGrid again with a new key.",
    detail,
  );
}

function forbidden(problem: Problem, needed: KeyScope | null, detail: string): ProviderError {
  if (/verified sender identity/i.test(problem.message) || problem.field === "from") {
    return failure(
      "invalid_input",
      "SendGrid does not know this sender. In SendGrid, verify the address under Settings › Sender Authentication, or choose another sender.",
      detail,
    );
  }
  if (isAboutAccount(problem.message)) return accountClosed(detail);
  const right = needed ? ` “${rightsInWords[needed]}” (${needed})` : "";
  return new ProviderError({
    kind: "scope_missing",
    missingScope: needed ?? undefined,
    message: `The key may not do this: it lacks the right${right}. In SendGrid, open Settings › API Keys, give the key that right or Full Access, and connect again.`,
    detail,
  });
}

function refusedInput(status: number, problem: Problem, detail: string): ProviderError {
  switch (status) {
    case 404:
      return failure(
        "not_found",
        "SendGrid has nothing under this name any more. Choose another one.",
        detail,
      );
    case 409:
      return failure("conflict", "SendGrid says that this exists already.", detail);
    case 413:
      return failure("invalid_input", "The e-mail is too large for SendGrid. Shorten it.", detail);
    case 400:
    case 422:
      if (/maximum number of webhooks|current billing plan/i.test(problem.message)) {
        const message =
          "Your SendGrid plan allows no further webhook. Remove one under Settings › Mail Settings › Event Webhooks, so that we hear what became of e-mails.";
        return failure("conflict", message, detail);
      }
      return failure(
        "invalid_input",
        `SendGrid did not accept ${describeProblem(problem)}. Correct it and try again.`,
        detail,
      );
    default:
      return failure(
        "unavailable",
        "SendGrid refused in a way that we do not know. Try again later.",
        detail,
      );
  }
}

function isAboutAccount(message: string): boolean {
  return /account (?:is |has been |was )?(?:suspended|deactivated|disabled|banned|terminated|under review)|not authorized to send mail/i.test(
    message,
  );
}

function accountClosed(detail: string): ProviderError {
  return failure(
    "account_closed",
    "SendGrid has suspended your account. Sign in to SendGrid to see why, and write to its support.",
    detail,
  );
}

function failure(kind: FailureKind, message: string, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}
