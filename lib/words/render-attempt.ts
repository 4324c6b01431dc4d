import type { AttemptFailure, AttemptSuccess, Flaw } from "#lib/failures/attempt-failures.ts";
import type { Message } from "#lib/failures/message.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { renderCore } from "./render-core.ts";

/**
 * What came of an attempt at a webhook, in one or two sentences.
 * @param attempt.failure null = the endpoint accepted it, with `statusCode`
 * @param attempt.flaw what was wrong with the rest of its answer
 */
export function renderAttempt(
  attempt: {
    failure: AttemptFailure | Message | null;
    statusCode: number | null;
    flaw: Flaw | Message | null;
  },
  locale: Locale = defaultLocale,
): string {
  const said: AttemptSuccess | AttemptFailure | Message = attempt.failure ?? {
    code: "endpoint_accepted",
    params: { statusCode: attempt.statusCode ?? 200 },
  };
  const outcome = renderCore(said, locale);
  return attempt.flaw === null ? outcome : `${outcome} ${renderCore(attempt.flaw, locale)}`;
}
