import { env } from "#lib/env.ts";
import { invalidInput } from "#lib/errors.ts";
import { checkUrl } from "#lib/http/check-url.ts";

const lookupTimeoutMs = 1_500;

/**
 * Refuses a URL that Patchbay would not send to. A name that does not resolve is let through: it may not exist yet,
 * and its addresses are judged again at each connection.
 * @throws {AppError} 422 for `url`
 */
export async function requireSendableUrl(url: string): Promise<void> {
  const problem = await checkUrl(url, { allowHosts: env().outboundAllowHosts, timeoutMs: lookupTimeoutMs });
  if (!problem || problem.code === "dns_not_found" || problem.code === "dns_failed") return;
  throw invalidInput([{ path: "url", message: problem.message }], problem.message);
}
