import type { Params } from "#lib/failures/message.ts";
import { renderAttempt } from "#lib/words/render-attempt.ts";

/** What an attempt came to, in a sentence. Those of older versions were kept as sentences. */
export function attemptMessage({ code, params }: { code: string; params: Params | null }): string {
  const known = params ?? {};
  if (typeof known.verbatim === "string") return known.verbatim;
  return renderAttempt({
    failure: code === "endpoint_accepted" ? null : { code, params: known },
    statusCode: typeof known.statusCode === "number" ? known.statusCode : null,
    flaw: typeof known.flaw === "string" ? { code: known.flaw, params: known } : null,
  });
}
