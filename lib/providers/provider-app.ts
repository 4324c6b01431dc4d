import { deriveSandboxSecret } from "#lib/crypto/sandbox-secret.ts";
import { env } from "#lib/env.ts";
import type { ProviderApp } from "./contract/provider-app.ts";
import type { SandboxApp } from "./sandbox-kit/contract.ts";

/** The name under which an operator sets a provider's app: `GOOGLE_SHEETS` of google-sheets. */
export function settingPrefix(providerId: string): string {
  return providerId.toUpperCase().replaceAll("-", "_");
}

/** The app that Patchbay is at a provider, whose id and secret go there; null where an operator has set none. */
export function findProviderApp(providerId: string, environment: "live" | "sandbox"): ProviderApp | null {
  if (environment === "sandbox") return sandboxApp(providerId);
  return env().providerApps[settingPrefix(providerId)] ?? null;
}

/** The app that Patchbay is to a provider's sandbox. Its secrets follow from ours, so nobody outside can forge them. */
export function sandboxApp(providerId: string): SandboxApp {
  return {
    clientId: `sandbox-${providerId}`,
    clientSecret: deriveSandboxSecret("client secret", providerId),
    signingSecret: deriveSandboxSecret("signing secret", providerId),
    redirectUris: [buildRedirectUri(providerId)],
  };
}

/** What must be registered at the provider, to the letter. */
export function buildRedirectUri(providerId: string): string {
  return new URL(`${env().APP_URL}/api/oauth/${providerId}/callback`).href;
}
