import { newId } from "#lib/ids.ts";
import { createCall } from "#lib/integrations/calls/create-call.ts";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import type { PlatformBooks } from "#lib/providers/contract/payments.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { findProviderApp } from "#lib/providers/provider-app.ts";
import { loadProvider } from "#lib/providers/registry.ts";

export type PlatformReader = <Result>(
  run: (books: PlatformBooks, call: Call) => Promise<Result>,
) => Promise<Result>;

/**
 * Asks a provider about the platform's own money, by the platform's key: no connection of a merchant is behind it.
 * Rejects with ProviderError.
 * @returns null where the platform has no books there, or this installation no app
 */
export function openPlatformReader(
  providerId: string,
  environment: "live" | "sandbox",
): PlatformReader | null {
  if (!findManifest(providerId)?.paymentFacts?.hasPlatformBooks) return null;
  if (findProviderApp(providerId, environment) === null) return null;
  return async (run) => {
    const provider = await loadProvider(providerId);
    const books = provider?.payments?.books?.platform;
    if (!provider || !books) throw new Error(`${providerId} has no books of the platform.`);
    const { call } = createCall({
      provider,
      environment,
      integrationId: null,
      credentials: {},
      settings: {},
      idempotencyKey: newId("cal"),
    });
    try {
      return await run(books, call);
    } catch (error) {
      throw toProviderError(provider, error) ?? error;
    }
  };
}
