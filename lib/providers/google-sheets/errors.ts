import { z } from "zod";
import { retryAfterMs } from "#lib/retry-after.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures } from "../kit/failures.ts";
import { explainFailure, type GoogleFailure } from "./refusals.ts";

export const { unreadable } = createFailures("Google");

/** A GaxiosError, told by its form: to load its class would load the SDK. */
const refused = z.object({
  response: z.object({
    status: z.number(),
    data: z.unknown(),
    headers: z.custom<Headers>((headers) => typeof Object(headers).get === "function"),
  }),
});

/** What the SDK threw, in the merchant's words; null for what did not come from Google. */
export function classifyError(error: unknown): ProviderError | null {
  if (error instanceof ProviderError) return error;
  // The SDK wraps what the fetch that it was given rejects with.
  if (error instanceof Error && error.cause instanceof ProviderError) return error.cause;
  const reply = refused.safeParse(error);
  if (!reply.success) return null;
  const { status, data, headers } = reply.data.response;
  return explainFailure(readFailure(status, data, headers.get("retry-after")));
}

/** Drive has `errors`, Sheets has `details`, both have the rest: https://google.aip.dev/193 */
const refusal = z.object({
  error: z.object({
    message: z.string().default(""),
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional(), location: z.string().optional() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});

/** Of the endpoints for tokens (RFC 6749 §5.2). */
const tokenRefusal = z.object({ error: z.string(), error_description: z.string().default("") });

/** @param retryAfter the header of that name */
export function readFailure(httpStatus: number, body: unknown, retryAfter: string | null): GoogleFailure {
  const askedMs = retryAfterMs(retryAfter);
  const said = refusal.safeParse(body);
  if (said.success) {
    const { message, status, errors, details } = said.data.error;
    const reasons = [...errors, ...details].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    return { httpStatus, status, reasons, location: errors[0]?.location, message, retryAfterMs: askedMs };
  }
  const token = tokenRefusal.safeParse(body);
  const reasons = token.success ? [token.data.error] : [];
  const message = token.success ? token.data.error_description : "";
  return { httpStatus, status: undefined, reasons, location: undefined, message, retryAfterMs: askedMs };
}
