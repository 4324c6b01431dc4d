import { env } from "#lib/env.ts";
import { invalidInput } from "#lib/errors.ts";
import { checkUrl, type UrlCheckResult } from "#lib/http/check-url.ts";

const lookupTimeoutMs = 1_500;

/** What is wrong with a webhook's URL, or null, its name looked up under this server's rules. */
export function findUrlProblem(url: string): Promise<UrlCheckResult | null> {
  return checkUrl(url, { allowHosts: env().outboundAllowHosts, timeoutMs: lookupTimeoutMs });
}

/** Whether the problem may pass with time: a name that does not resolve may not exist yet. */
export function mayPass(problem: UrlCheckResult): boolean {
  return problem.code === "dns_not_found" || problem.code === "dns_failed";
}

/**
 * Refuses a URL that Patchbay would not send to. A name that does not resolve is let through: it may not exist yet,
 * and its addresses are judged again at each connection.
 * @param path where the URL stands in the caller's input
 * @throws {AppError} 422 for `path`
 */
export async function requireSendableUrl(url: string, path = "url"): Promise<void> {
  const problem = await findUrlProblem(url);
  if (!problem || mayPass(problem)) return;
  throw invalidInput([{ path, message: problem.failure }], problem.failure);
}
