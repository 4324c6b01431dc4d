import type { Message } from "#lib/failures/message.ts";
import { say } from "../contract/app-words.ts";
import type { ProviderReply } from "../contract/call.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";
import { type Problem, readProblem, toldOf } from "./problem.ts";
import { type KeyScope, rightsInWords } from "./scopes.ts";
import { waitAskedForMs } from "./wait-asked-for.ts";
import { tell } from "./words.ts";

const creditsPauseMs = 60 * 60_000;

/**
 * What an answer other than the one hoped for means.
 * @param needed the right that the request needs
 */
export function refusalOf(reply: ProviderReply, needed: KeyScope | null): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply.json);
  const detail = problem ? `HTTP ${status} ${problem.field ?? "-"}: ${problem.message}` : `HTTP ${status}`;
  if (status === 429) {
    const message = say("app_asks_to_wait", { app: "SendGrid" });
    return new ProviderError({ kind: "rate_limited", message, retryAfterMs: waitAskedForMs(reply), detail });
  }
  if (status >= 500) {
    return failure("unavailable", say("app_fault", { app: "SendGrid" }), detail);
  }
  if (!problem) return unreadable(reply, "a refusal without `errors`");
  if (status === 401) return unauthorised(problem, detail);
  if (status === 403) return forbidden(problem, needed, detail);
  return refusedInput(status, problem, detail);
}

/** An answer that is not what the documentation says. */
export function unreadable({ status }: Pick<ProviderReply, "status">, why: string): ProviderError {
  const message = say("app_unreadable", { app: "SendGrid" });
  return failure("unavailable", message, `HTTP ${status}: ${why}`);
}

function unauthorised({ message: told }: Problem, detail: string): ProviderError {
  // Not the key is refused, but the plan is used up: https://www.twilio.com/docs/sendgrid/ui/account-and-settings/billing
  if (/credits exceeded/i.test(told)) {
    const message = tell("plan_has_no_e_mails");
    return new ProviderError({ kind: "rate_limited", message, retryAfterMs: creditsPauseMs, detail });
  }
  if (isAboutAccount(told)) return accountClosed(detail);
  return failure("auth", tell("refused_key"), detail);
}

function forbidden(problem: Problem, needed: KeyScope | null, detail: string): ProviderError {
  if (/verified sender identity/i.test(problem.message) || problem.field === "from") {
    return failure("invalid_input", tell("does_not_know_sender"), detail);
  }
  if (isAboutAccount(problem.message)) return accountClosed(detail);
  return new ProviderError({
    kind: "scope_missing",
    missingScope: needed ?? undefined,
    message: tell("key_may_not_do", { scope: needed, right: needed && rightsInWords[needed] }),
    detail,
  });
}

function refusedInput(status: number, problem: Problem, detail: string): ProviderError {
  switch (status) {
    case 404:
      return failure("not_found", tell("has_nothing_under_name_any"), detail);
    case 409:
      return failure("conflict", tell("says_exists_already"), detail);
    case 413:
      return failure("invalid_input", tell("e_mail_too_large"), detail);
    case 400:
    case 422:
      if (/maximum number of webhooks|current billing plan/i.test(problem.message)) {
        const message = tell("plan_allows_no_further_webhook");
        return failure("conflict", message, detail);
      }
      return failure("invalid_input", tell("did_not_accept", toldOf(problem)), detail);
    default:
      return failure("unavailable", say("app_unknown_refusal", { app: "SendGrid" }), detail);
  }
}

function isAboutAccount(message: string): boolean {
  return /account (?:is |has been |was )?(?:suspended|deactivated|disabled|banned|terminated|under review)|not authorized to send mail/i.test(
    message,
  );
}

function accountClosed(detail: string): ProviderError {
  return failure("account_closed", tell("has_suspended_account"), detail);
}

function failure(kind: FailureKind, message: Message, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}
