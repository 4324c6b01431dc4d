import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { scrubbed } from "#lib/scrub.ts";
import { say } from "../contract/app-words.ts";
import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { refusals } from "./refusals.ts";
import { refusalOfStatus } from "./status-refusals.ts";
import { tell, tellWithFields } from "./words.ts";

const apiError = z.looseObject({
  errorCode: z.string(),
  message: z.string().default(""),
  fields: z.array(z.string()).nullish(),
});
type ApiError = z.infer<typeof apiError>;
const apiErrors = z.array(apiError).min(1);

type Refused = Pick<ProviderReply, "status" | "json"> & Partial<Pick<ProviderReply, "headers" | "text">>;

/** Where Salesforce does not say how long. The allowance for a day is counted over the last 24 hours. */
const dailyLimitWaitMs = 15 * 60_000;
const momentWaitMs = 30_000;
const maxDetailLength = 500;

/**
 * What an answer other than 2xx means: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export function explainRefusal(reply: Refused): ProviderError {
  const { status, headers = {} } = reply;
  const errors = apiErrors.safeParse(reply.json).data ?? [];
  // Of requests sent together, those that were rolled back because of another one say no more than that.
  const error = errors.find(({ errorCode }) => errorCode !== "PROCESSING_HALTED");
  const detail = detailOf(status, errors, reply.text);
  if (status === 429 || error?.errorCode === "REQUEST_LIMIT_EXCEEDED") {
    return tooManyRequests(headers["retry-after"], error, detail);
  }
  if (error) return explainError(error, status, detail);
  const { kind, message } = refusalOfStatus(status);
  return new ProviderError({ kind, message, detail });
}

/** For an answer that is not in the form that Salesforce documents. */
export function unreadableAnswer(detail: string, cause?: unknown): ProviderError {
  const message = say("app_unreadable", { app: "Salesforce" });
  return new ProviderError({ kind: "unavailable", message, detail, cause });
}

function explainError(error: ApiError, status: number, detail: string): ProviderError {
  const { errorCode, message: told } = error;
  // So Salesforce words a token that was given without the scope for the API.
  if (errorCode === "INVALID_SESSION_ID" && /not valid for use with the REST API/i.test(told)) {
    const message = tell("lacks_permission_in");
    return new ProviderError({ kind: "scope_missing", message, missingScope: "api", detail });
  }
  if (errorCode === "FIELD_CUSTOM_VALIDATION_EXCEPTION") {
    const message = tell("rule_refused", { remark: sentence(told) });
    return new ProviderError({ kind: "invalid_input", message, detail });
  }
  const { kind, message } = lookUp(refusals, errorCode) ?? refusalOfStatus(status);
  const fields = error.fields ?? [];
  const said =
    fields.length === 0 || !message.code.startsWith("salesforce.")
      ? message
      : tellWithFields(message, fields);
  return new ProviderError({ kind, message: said, detail });
}

function tooManyRequests(
  retryAfter: string | undefined,
  error: ApiError | undefined,
  detail: string,
): ProviderError {
  const seconds = Number(retryAfter);
  const isDaily = /TotalRequests/i.test(error?.message ?? "");
  const known = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
  const message = isDaily ? tell("all_apps_together_have_used") : tell("gets_more_requests_than_allows");
  const retryAfterMs = known ?? (isDaily ? dailyLimitWaitMs : momentWaitMs);
  return new ProviderError({ kind: "rate_limited", message, retryAfterMs, detail });
}

function sentence(text: string): string {
  const trimmed = scrubbed(text.trim(), 300);
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function detailOf(status: number, errors: readonly ApiError[], text = ""): string {
  const told = errors.map(({ errorCode, message }) => `${errorCode}: ${message}`).join(" | ") || text;
  return scrubbed(`HTTP ${status} ${told}`.trim(), maxDetailLength);
}
