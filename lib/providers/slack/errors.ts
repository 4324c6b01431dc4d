import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { boundedWaitMs } from "#lib/retry-after.ts";
import { say } from "../contract/app-words.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { createFailures } from "../kit/failures.ts";
import { isScopeAskedFor } from "./auth.ts";
import { refusals } from "./refusals.ts";
import { tell } from "./words.ts";

const refusedReply = z.object({
  error: z.string(),
  needed: z.string().optional(),
  provided: z.string().optional(),
  response_metadata: z
    .object({ retryAfter: z.number().optional(), messages: z.array(z.string()).optional() })
    .optional(),
});
type RefusedReply = z.infer<typeof refusedReply>;

/** What the SDK throws, by its `code`: https://docs.slack.dev/tools/node-slack-sdk/web-api#handle-errors */
const sdkError = z.discriminatedUnion("code", [
  z.object({ code: z.literal("slack_webapi_platform_error"), data: z.unknown() }),
  z.object({
    code: z.literal("slack_webapi_http_error"),
    statusCode: z.number(),
    body: z.unknown().optional(),
  }),
  z.object({ code: z.literal("slack_webapi_rate_limited_error"), retryAfter: z.number() }),
  z.object({ code: z.literal("slack_webapi_request_error"), message: z.string() }),
]);

export const { unreadable } = createFailures("Slack");

/** Slack's own codes; the SDK puts any text in their place where an answer was not JSON. */
const codeForm = /^[a-z][a-z0-9_.]{0,99}$/;

/** The `error` with which Slack refused, such as `not_in_channel`; null for any other failure. */
export function readRefusalCode(error: unknown): string | null {
  const known = sdkError.safeParse(error).data;
  if (known?.code !== "slack_webapi_platform_error") return null;
  const code = refusedReply.safeParse(known.data).data?.error;
  return code !== undefined && codeForm.test(code) ? code : null;
}

/** @returns null for what is not an error of Slack or its SDK */
export function classifyError(error: unknown): ProviderError | null {
  const known = sdkError.safeParse(error).data;
  switch (known?.code) {
    case "slack_webapi_platform_error":
      return classifyRefusal(known.data, error);
    case "slack_webapi_http_error":
      return classifyStatus(known, error);
    case "slack_webapi_rate_limited_error":
      return refused({ error: "ratelimited", response_metadata: { retryAfter: known.retryAfter } }, error);
    case "slack_webapi_request_error":
      return new ProviderError({
        kind: "unavailable",
        message: say("app_unreachable", { app: "Slack" }),
        detail: known.message,
        cause: error,
      });
    default:
      return null;
  }
}

function classifyRefusal(reply: unknown, cause: unknown): ProviderError {
  const read = refusedReply.safeParse(reply).data;
  if (!read || !codeForm.test(read.error)) return unreadable("The answer is not Slack's JSON.", cause);
  return refused(read, cause);
}

function classifyStatus(reply: { statusCode: number; body?: unknown }, cause: unknown): ProviderError {
  const read = refusedReply.safeParse(reply.body).data;
  if (read && codeForm.test(read.error)) return refused(read, cause);
  if (reply.statusCode >= 500) return refused({ error: "service_unavailable" }, cause, reply.statusCode);
  return unreadable(`HTTP ${reply.statusCode}`, cause);
}

function refused(reply: RefusedReply, cause: unknown, status?: number): ProviderError {
  if (reply.error === "missing_scope") return scopeMissing(reply, cause);
  const { kind, message } = lookUp(refusals, reply.error) ?? {
    kind: "unavailable",
    message: tell("refused_reason_does_not_know", { error: reply.error }),
  };
  const seconds = reply.response_metadata?.retryAfter;
  return new ProviderError({
    kind,
    message,
    retryAfterMs:
      kind === "rate_limited" && seconds !== undefined ? boundedWaitMs(seconds * 1_000) : undefined,
    detail: status === undefined ? formatDetail(reply) : `HTTP ${status}`,
    cause,
  });
}

function scopeMissing(reply: RefusedReply, cause: unknown): ProviderError {
  const needed = reply.needed?.split(",").map((scope) => scope.trim()) ?? [];
  const missingScope = needed.find(isScopeAskedFor);
  // A scope that we never ask for is one for private channels and direct messages: connecting again would not help.
  if (needed.length > 0 && missingScope === undefined) {
    const message = tell("posts_public_channels_only_one");
    return new ProviderError({ kind: "invalid_input", message, detail: formatDetail(reply), cause });
  }
  return new ProviderError({
    kind: "scope_missing",
    message: tell("lacks_permission_in_workspace"),
    missingScope,
    detail: formatDetail(reply),
    cause,
  });
}

function formatDetail({ error, needed, provided, response_metadata }: RefusedReply): string {
  const scopes = needed === undefined ? "" : ` (needed: ${needed}; provided: ${provided ?? "not told"})`;
  const messages = response_metadata?.messages ?? [];
  return [`${error}${scopes}`, ...messages].join(" ");
}
