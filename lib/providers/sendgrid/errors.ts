import { z } from "zod";
import { boundedWaitMs } from "#lib/retry-after.ts";
import { scrubbed } from "#lib/scrub.ts";
import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { type KeyScope, rightsInWords } from "./auth.ts";
import { tell } from "./words.ts";

export const { unreadable, fault, rateLimited, unknownRefusal } = createFailures("SendGrid");

const creditsPauseMs = 60 * 60_000;

/**
 * What an answer other than the one hoped for means.
 * @param needed the right that the request needs
 */
export function toProviderError(reply: ProviderReply, needed: KeyScope | null): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply.json);
  const detail = problem ? `HTTP ${status} ${problem.field ?? "-"}: ${problem.message}` : `HTTP ${status}`;
  if (status === 429) {
    return rateLimited(reply, detail, { usualMs: msUntilReset(reply) });
  }
  if (status >= 500) return fault(detail);
  if (!problem) return unreadable(`HTTP ${status}: a refusal without \`errors\``);
  if (status === 401) return unauthorised(problem, detail);
  if (status === 403) return forbidden(problem, needed, detail);
  return refusedInput(status, problem, detail);
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
      return failure("invalid_input", tell("did_not_accept", toFieldRemark(problem)), detail);
    default:
      return unknownRefusal(detail);
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

/**
 * How long a 429 asks to wait. `X-RateLimit-Reset` is the time, in seconds of Unix time, at which requests are allowed
 * again; it is compared with the answer's own `Date`, for our clock may be another one.
 * https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits
 */
function msUntilReset({ headers }: Pick<ProviderReply, "headers">): number | undefined {
  const reset = headers["x-ratelimit-reset"];
  if (!reset || !/^\d{1,12}$/.test(reset)) return undefined;
  const answeredAt = Date.parse(headers.date ?? "");
  const waitMs = Number(reset) * 1_000 - (Number.isNaN(answeredAt) ? Date.now() : answeredAt);
  return boundedWaitMs(waitMs);
}

/**
 * The form of each refusal: `errors`, each with a message, and the field where there is one.
 * https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors
 */
const problem = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string(), field: z.string().nullish().catch(null) })).min(1),
});

type Problem = { message: string; field: string | null };

/** The first of the errors; null where the body is not SendGrid's. */
function readProblem(body: unknown): Problem | null {
  const [first] = problem.safeParse(body).data?.errors ?? [];
  if (!first) return null;
  // Some answers have the word in place of nothing.
  const field = first.field && first.field !== "null" ? first.field : null;
  return { message: first.message, field };
}

const namesOfFields: readonly (readonly [RegExp, string])[] = [
  [/^personalizations\.\d+\.to/, "to"],
  [/^from/, "from"],
  [/^reply_to/, "reply_to"],
  [/^subject/, "subject"],
  [/^content/, "content"],
  [/^template_id/, "template_id"],
  [/dynamic_template_data/, "template_data"],
  [/^url/, "url"],
];

/** What was wrong with what: a field by our name for it, and what SendGrid says of it. */
function toFieldRemark({ message, field }: Problem): { field: string | null; remark: string } {
  const name = namesOfFields.find(([form]) => field !== null && form.test(field))?.[1];
  return { field: name ?? field, remark: (/^[^.]*/.exec(scrubbed(message))?.[0] ?? "").trim() };
}
