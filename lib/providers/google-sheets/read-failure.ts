import { z } from "zod";

/** What Google said when it refused. */
export type GoogleFailure = {
  httpStatus: number;
  /** The canonical code: PERMISSION_DENIED; undefined where the answer has none. */
  status: string | undefined;
  /** Of `errors[]` (Drive) and `details[]` (google.rpc.ErrorInfo) together. */
  reasons: readonly string[];
  /** The parameter that Drive finds wrong. */
  location: string | undefined;
  message: string;
  retryAfterMs: number | undefined;
};

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

/** @param retryAfter the header of that name, in seconds */
export function readFailure(httpStatus: number, body: unknown, retryAfter: string | null): GoogleFailure {
  const retryAfterMs = toMilliseconds(retryAfter);
  const said = refusal.safeParse(body);
  if (said.success) {
    const { message, status, errors, details } = said.data.error;
    const reasons = [...errors, ...details].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    return { httpStatus, status, reasons, location: errors[0]?.location, message, retryAfterMs };
  }
  const token = tokenRefusal.safeParse(body);
  const reasons = token.success ? [token.data.error] : [];
  const message = token.success ? token.data.error_description : "";
  return { httpStatus, status: undefined, reasons, location: undefined, message, retryAfterMs };
}

function toMilliseconds(seconds: string | null): number | undefined {
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}
