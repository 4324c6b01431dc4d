import { isRunCode } from "#lib/failures/automation-messages.ts";
import type { Params } from "#lib/failures/message.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { renderAttempt } from "#lib/words/render-attempt.ts";

/** What an attempt came to, in a sentence. Those of older versions were kept as sentences. */
export function attemptMessage(
  { code, params }: { code: string; params: Params | null },
  locale: Locale = defaultLocale,
): string {
  const known = params ?? {};
  if (typeof known.verbatim === "string") return known.verbatim;
  if (isRunCode(code)) return render({ code, params: known }, locale);
  const attempt = {
    failure: code === "endpoint_accepted" ? null : { code, params: known },
    statusCode: typeof known.statusCode === "number" ? known.statusCode : null,
    flaw: typeof known.flaw === "string" ? { code: known.flaw, params: known } : null,
  };
  return renderAttempt(attempt, locale);
}
