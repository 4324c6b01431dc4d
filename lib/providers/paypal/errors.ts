import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { scrubbed } from "#lib/scrub.ts";
import type { ProviderReply } from "../contract/call.ts";
import type { FailureKind, ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

type Words = { kind: FailureKind; message: Message };

const notYet: Words = {
  kind: "conflict",
  message: tell("guest_has_not_agreed_payment"),
};

const declined: Words = {
  kind: "conflict",
  message: tell("could_not_charge_guest"),
};

const payerTrouble: Words = {
  kind: "conflict",
  message: tell("guest_account_cannot_pay"),
};

const payeeTrouble: Words = {
  kind: "account_closed",
  message: tell("account_restricted_closed"),
};

const refused: Words = {
  kind: "conflict",
  message: tell("refused_payment_protect_one"),
};

const tooMuch: Words = {
  kind: "invalid_input",
  message: tell("more_than_what_left_payment"),
};

/**
 * What PayPal's finer error codes mean.
 * https://developer.paypal.com/api/rest/reference/orders/v2/errors/
 * https://developer.paypal.com/docs/api/payments/v2/#errors
 */
export const issues: Readonly<Record<string, Words>> = {
  ORDER_NOT_APPROVED: notYet,
  PAYER_ACTION_REQUIRED: notYet,
  ORDER_ALREADY_CAPTURED: { kind: "conflict", message: tell("money_order_taken_already") },
  INSTRUMENT_DECLINED: declined,
  REDIRECT_PAYER_FOR_ALTERNATE_FUNDING: declined,
  MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED: declined,
  PAYER_CANNOT_PAY: payerTrouble,
  PAYER_ACCOUNT_RESTRICTED: payerTrouble,
  PAYER_ACCOUNT_LOCKED_OR_CLOSED: payerTrouble,
  PAYEE_ACCOUNT_RESTRICTED: payeeTrouble,
  PAYEE_ACCOUNT_LOCKED_OR_CLOSED: payeeTrouble,
  INVALID_ACCOUNT_STATUS: payeeTrouble,
  TRANSACTION_REFUSED: refused,
  COMPLIANCE_VIOLATION: refused,
  PAYEE_BLOCKED_TRANSACTION: refused,
  TRANSACTION_BLOCKED_BY_PAYEE: refused,
  DUPLICATE_INVOICE_ID: { kind: "conflict", message: tell("has_payment_under_invoice_number") },
  CAPTURE_FULLY_REFUNDED: { kind: "conflict", message: tell("payment_refunded_in_full_already") },
  REFUND_AMOUNT_EXCEEDED: tooMuch,
  REFUND_NOT_ALLOWED: { kind: "conflict", message: tell("does_not_allow_refund_payment") },
  REFUND_TIME_LIMIT_EXCEEDED: { kind: "conflict", message: tell("payment_too_old_refunded") },
  REFUND_FAILED_INSUFFICIENT_FUNDS: { kind: "conflict", message: tell("there_not_enough_money_in") },
  PENDING_CAPTURE: { kind: "conflict", message: tell("payment_has_not_arrived_yet") },
  REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK: {
    kind: "conflict",
    message: tell("guest_bank_has_called_payment"),
  },
  TRANSACTION_DISPUTED: { kind: "conflict", message: tell("there_open_case_about_payment") },
  WEBHOOK_NUMBER_LIMIT_EXCEEDED: { kind: "conflict", message: tell("app_has_as_many_webhooks") },
};

/** https://developer.paypal.com/api/rest/responses/#link-failedrequests */
const apiProblem = z.looseObject({
  name: z.string(),
  message: z.string().default(""),
  debug_id: z.string().optional(),
  details: z
    .array(
      z.looseObject({
        issue: z.string().optional(),
        description: z.string().optional(),
        field: z.string().optional(),
      }),
    )
    .nullish()
    .catch(null),
});

/** RFC 6749 §5.2 and RFC 6750 §3, in the body. */
const tokenProblem = z.looseObject({ error: z.string(), error_description: z.string().default("") });

type Problem = {
  /** `UNPROCESSABLE_ENTITY`, `invalid_token`. */
  name: string;
  /** `ORDER_NOT_APPROVED`; null where there is nothing finer than the name. */
  issue: string | null;
  description: string;
  /** A JSON pointer into what was sent. */
  field: string | null;
  /** For the log: PayPal's support finds the request by it. */
  debugId: string | null;
};

const namesOfFields: readonly (readonly [RegExp, string])[] = [
  [/currency_code$/, "currency"],
  [/amount|value$/, "amount"],
  [/custom_id$/, "reference"],
  [/description$/, "description"],
  [/return_url$|cancel_url$/, "return_url"],
  [/note_to_payer$/, "note"],
  [/url$/, "url"],
];

export const { unreadable, fault, unknownRefusal, rateLimited } = createFailures("PayPal");

/** What an answer other than 2xx means. */
export function toProviderError(reply: ProviderReply): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply.json);
  const detail = formatDetail(status, problem);
  // https://developer.paypal.com/api/rate-limiting
  if (status === 429) return rateLimited(reply, detail);
  if (status >= 500) return fault(detail);
  if (!problem) return unreadable(`HTTP ${status}: a refusal in a form that PayPal does not use`);
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
      return failure("invalid_input", tell("did_not_accept", toFieldRemark(problem)), detail);
    default:
      return unknownRefusal(detail);
  }
}

/** The finer code of a refusal (`ORDER_ALREADY_CAPTURED`); null for other failures. */
export function readIssue(reply: Pick<ProviderReply, "json">): string | null {
  return readProblem(reply.json)?.issue ?? null;
}

function formatDetail(status: number, problem: Problem | null): string {
  if (!problem) return `HTTP ${status}`;
  const { name, issue, description, field, debugId } = problem;
  const code = [name, issue, field].filter(Boolean).join(" ");
  return `HTTP ${status} ${code}: ${description}${debugId ? ` (debug id ${debugId})` : ""}`;
}

/** null where the body is not PayPal's. */
function readProblem(body: unknown): Problem | null {
  const known = apiProblem.safeParse(body).data;
  if (known) {
    const [first] = known.details ?? [];
    return {
      name: known.name,
      issue: first?.issue ?? null,
      description: first?.description || known.message,
      field: first?.field ?? null,
      debugId: known.debug_id ?? null,
    };
  }
  const token = tokenProblem.safeParse(body).data;
  if (!token) return null;
  return { name: token.error, issue: null, description: token.error_description, field: null, debugId: null };
}

/** What was wrong with what: a field by our name for it, and what PayPal says of it. */
function toFieldRemark({ field, description, issue, name }: Problem): {
  field: string | null;
  remark: string;
} {
  const known = namesOfFields.find(([form]) => field !== null && form.test(field))?.[1];
  return { field: known ?? field, remark: /^[^.]*/.exec(scrubbed(description))?.[0].trim() || issue || name };
}
