import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { scrubbed } from "#lib/scrub.ts";
import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { refusalOfStatus, refusals } from "./refusals.ts";
import { tell, tellWithFields } from "./words.ts";

export const { unreadable, rateLimited } = createFailures("Salesforce");

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
export function toProviderError(reply: Refused): ProviderError {
  const { status, headers = {} } = reply;
  const errors = apiErrors.safeParse(reply.json).data ?? [];
  // Of requests sent together, those that were rolled back because of another one say no more than that.
  const error = errors.find(({ errorCode }) => errorCode !== "PROCESSING_HALTED");
  const detail = formatDetail(status, errors, reply.text);
  if (status === 429 || error?.errorCode === "REQUEST_LIMIT_EXCEEDED") {
    return tooManyRequests(headers, error, detail);
  }
  if (error) return explainError(error, status, detail);
  const { kind, message } = refusalOfStatus(status);
  return failure(kind, message, detail);
}

function explainError(error: ApiError, status: number, detail: string): ProviderError {
  const { errorCode, message: told } = error;
  // So Salesforce words a token that was given without the scope for the API.
  if (errorCode === "INVALID_SESSION_ID" && /not valid for use with the REST API/i.test(told)) {
    const message = tell("lacks_permission_in");
    return new ProviderError({ kind: "scope_missing", message, missingScope: "api", detail });
  }
  if (errorCode === "FIELD_CUSTOM_VALIDATION_EXCEPTION") {
    return failure("invalid_input", tell("rule_refused", { remark: sentence(told) }), detail);
  }
  const { kind, message } = lookUp(refusals, errorCode) ?? refusalOfStatus(status);
  const fields = error.fields ?? [];
  const said =
    fields.length === 0 || !message.code.startsWith("salesforce.")
      ? message
      : tellWithFields(message, fields);
  return failure(kind, said, detail);
}

function tooManyRequests(
  headers: ProviderReply["headers"],
  error: ApiError | undefined,
  detail: string,
): ProviderError {
  const isDaily = /TotalRequests/i.test(error?.message ?? "");
  const message = isDaily ? tell("all_apps_together_have_used") : tell("gets_more_requests_than_allows");
  return rateLimited({ headers }, detail, { message, usualMs: isDaily ? dailyLimitWaitMs : momentWaitMs });
}

function sentence(text: string): string {
  const trimmed = scrubbed(text.trim(), 300);
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function formatDetail(status: number, errors: readonly ApiError[], text = ""): string {
  const told = errors.map(({ errorCode, message }) => `${errorCode}: ${message}`).join(" | ") || text;
  return scrubbed(`HTTP ${status} ${told}`.trim(), maxDetailLength);
}
