import { env } from "#lib/env.ts";
import type { Environment } from "#lib/integrations/calls/provider-address.ts";
import type { ProviderApp } from "#lib/providers/contract/provider-app.ts";
import { sandboxApp } from "#lib/sandbox/core/sandbox-app.ts";

/** The name under which an operator sets a provider's app: `GOOGLE_SHEETS` of google-sheets. */
export function settingPrefix(providerId: string): string {
  return providerId.toUpperCase().replaceAll("-", "_");
}

/** The app whose id and secret go to a provider; null where an operator has set none. */
export function findProviderApp(providerId: string, environment: Environment): ProviderApp | null {
  if (environment === "sandbox") return sandboxApp(providerId);
  return env().providerApps[settingPrefix(providerId)] ?? null;
}

/** What must be registered at the provider, to the letter. */
export function buildRedirectUri(providerId: string): string {
  return new URL(`${env().APP_URL}/api/oauth/${providerId}/callback`).href;
}
