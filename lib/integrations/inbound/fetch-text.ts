import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError, VerificationError } from "#lib/providers/contract/provider-error.ts";
import type { Environment } from "../calls/provider-address.ts";
import { sendRequest } from "../calls/send-request.ts";

const timeoutMs = 5_000;

/**
 * A text of the provider's that a message names. Any failure means that the message cannot be verified now; the
 * provider sends it again.
 * @throws {VerificationError}
 */
export async function fetchText(provider: Provider, environment: Environment, url: string): Promise<string> {
  try {
    const request = { provider, environment, method: "GET", url, headers: {}, timeoutMs };
    const reply = await sendRequest(request, []);
    if (reply.status === 200) return reply.text;
    throw new VerificationError(`${new URL(url).host} answered ${reply.status}`);
  } catch (error) {
    if (error instanceof ProviderError) throw new VerificationError(error.message, { cause: error });
    throw error;
  }
}
