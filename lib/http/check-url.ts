import type { OutboundFailure } from "#lib/failures/attempt-failures.ts";
import { UrlProblem, type UrlProblemCode } from "./outbound-error.ts";
import { createResolver, type Lookup } from "./resolve.ts";
import { parseTarget, type Target } from "./target.ts";

/** What is wrong with a URL: a name for programs, and the failure that a request to it would be. */
export type UrlCheckResult = { code: UrlProblemCode; failure: OutboundFailure };

/** What the text alone shows to be wrong with a merchant's URL, or null. Nothing is looked up. */
export function urlProblem(url: string, options: { allowHosts: readonly string[] }): UrlCheckResult | null {
  try {
    parseTarget(url, options);
    return null;
  } catch (error) {
    return toProblem(error);
  }
}

/**
 * What is wrong with a merchant's URL, or null, with the name looked up and every address of it judged.
 * `dns_not_found` and `dns_failed` may pass with time; every other code stands until the URL is changed.
 */
export async function checkUrl(
  url: string,
  options: { allowHosts: readonly string[]; lookup?: Lookup; timeoutMs?: number },
): Promise<UrlCheckResult | null> {
  try {
    const target: Target = parseTarget(url, options);
    await createResolver(options)(target);
    return null;
  } catch (error) {
    return toProblem(error);
  }
}

function toProblem(error: unknown): UrlCheckResult {
  if (!(error instanceof UrlProblem)) throw error;
  return { code: error.code, failure: error.failure };
}
