import type { Message } from "#lib/failures/message.ts";
import { boundedWaitMs, retryAfterMs } from "#lib/retry-after.ts";
import { type Said, say } from "../contract/app-words.ts";
import type { ProviderReply } from "../contract/call.ts";
import { type FailureKind, ProviderError } from "../contract/provider-error.ts";

/** @param detail for the log: what the app itself said */
export function failure(kind: FailureKind, message: Message, detail?: string): ProviderError {
  return new ProviderError({ kind, message, detail });
}

/** What each app fails with, in the words that Patchbay has for any app. */
export type Failures = {
  /** An answer that is not in the form that the app documents. */
  unreadable: (detail: string, cause?: unknown) => ProviderError;
  /** The app broke: HTTP 5xx. */
  fault: (detail: string) => ProviderError;
  /** A refusal of which nothing is known. */
  unknownRefusal: (detail: string) => ProviderError;
  /**
   * HTTP 429. How long is the answer's `Retry-After`, else what the app is known to mean.
   * @param told.usualMs where the answer does not say; undefined: the integration's own pause
   * @param told.message where the app has words of its own
   */
  rateLimited: (
    reply: Pick<ProviderReply, "headers">,
    detail: string,
    told?: { usualMs?: number | undefined; message?: Message },
  ) => ProviderError;
};

/** @param app the app's name, as sentences have it: "HubSpot" */
export function createFailures(app: string): Failures {
  const unavailable = (message: Said, detail: string, cause?: unknown) =>
    new ProviderError({ kind: "unavailable", message, detail, cause });
  return {
    unreadable: (detail, cause) => unavailable(say("app_unreadable", { app }), detail, cause),
    fault: (detail) => unavailable(say("app_fault", { app }), detail),
    unknownRefusal: (detail) => unavailable(say("app_unknown_refusal", { app }), detail),
    rateLimited: ({ headers }, detail, { usualMs, message = say("app_asks_to_wait", { app }) } = {}) => {
      const waitMs = retryAfterMs(headers["retry-after"]) ?? usualMs;
      return new ProviderError({
        kind: "rate_limited",
        message,
        retryAfterMs: waitMs === undefined ? undefined : boundedWaitMs(waitMs),
        detail,
      });
    },
  };
}
