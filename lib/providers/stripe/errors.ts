import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { say } from "../contract/app-words.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { declineWords } from "./declines.ts";
import { type Refusal, refusals, wrongParameter } from "./refusals.ts";

/** What the SDK throws (https://docs.stripe.com/error-handling), told by its fields: the SDK is not loaded for that. */
const stripeError = z.looseObject({
  type: z.string(),
  rawType: z.string().optional(),
  message: z.string(),
  code: z.string().nullish(),
  decline_code: z.string().nullish(),
  param: z.string().nullish(),
  statusCode: z.number().optional(),
  requestId: z.string().nullish(),
  headers: z.record(z.string(), z.unknown()).optional(),
  detail: z.unknown(),
});
type StripeError = z.infer<typeof stripeError>;

const secretForm = /\b(?:sk|rk)_[A-Za-z0-9_*]+/g;

/** @returns null for what is not an error of Stripe or its SDK */
export function classifyError(error: unknown): ProviderError | null {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof Error) || !("rawType" in error)) return null;
  const known = stripeError.safeParse({ ...error, message: error.message }).data;
  if (!known) return null;
  // What our own fetch rejected with.
  if (known.detail instanceof ProviderError) return known.detail;
  const { kind, message } = refusalOf(known);
  const retryAfterMs = kind === "rate_limited" ? waitOf(known) : undefined;
  return new ProviderError({ kind, message, retryAfterMs, detail: detailOf(known), cause: error });
}

/** For an answer that is not in the form that Stripe documents. */
export function unreadableAnswer(detail: string, cause?: unknown): ProviderError {
  const message = say("app_unreadable", { app: "Stripe" });
  return new ProviderError({ kind: "unavailable", message, detail, cause });
}

/** A payment that the guest's bank or card refused. */
export function declined(reason: { code?: string | null; decline_code?: string | null }): ProviderError {
  const detail = [reason.code, reason.decline_code].filter(Boolean).join(" ");
  return new ProviderError({ kind: "invalid_input", message: declineWords(reason), detail });
}

function refusalOf(error: StripeError): Refusal {
  const { type, rawType, code, statusCode = 0 } = error;
  if (statusCode === 429 || code === "rate_limit") return refusals.tooMany;
  if (type === "StripeConnectionError") return refusals.unreachable;
  if (rawType === "card_error" || statusCode === 402) {
    return { kind: "invalid_input", message: declineWords(error) };
  }
  const byCode = lookUp(refusals.byCode, code ?? "");
  if (byCode) return byCode;
  if (rawType === "idempotency_error") return refusals.otherDetails;
  if (statusCode === 401) return refusals.badKey;
  if (statusCode === 403) return code === "account_invalid" ? refusals.noAccess : refusals.forbidden;
  // Older answers have no code for it: https://docs.stripe.com/error-codes
  if (/cannot currently make (live )?charges/i.test(error.message)) return refusals.cannotCharge;
  if (statusCode === 404) return refusals.notFound;
  if (statusCode === 409) return refusals.atOnce;
  if (statusCode >= 400 && statusCode < 500) return wrongParameter(error.param ?? null);
  return statusCode >= 500 ? refusals.down : refusals.unreadable;
}

/** Stripe's own answers seldom say how long. */
function waitOf({ headers }: StripeError): number | undefined {
  const seconds = Number(headers?.["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
}

function detailOf({ type, code, decline_code, param, statusCode, requestId, message }: StripeError): string {
  const status = statusCode === undefined ? "" : `HTTP ${statusCode}`;
  const parts = [type, status, code, decline_code, param && `(${param})`, requestId].filter(Boolean);
  return `${parts.join(" ")}: ${message.replaceAll(secretForm, "[key]")}`;
}
