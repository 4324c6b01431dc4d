import { env } from "#lib/env.ts";
import type { SandboxApp } from "#lib/providers/sandbox-kit/contract.ts";
import { deriveSecret } from "./derive-secret.ts";

/** The app that Patchbay is to a provider's sandbox. Its secrets follow from ours, so nobody outside can forge them. */
export function sandboxApp(providerId: string): SandboxApp {
  return {
    clientId: `sandbox-${providerId}`,
    clientSecret: deriveSecret("client secret", providerId),
    signingSecret: deriveSecret("signing secret", providerId),
    redirectUris: [`${env().APP_URL}/api/oauth/${providerId}/callback`],
  };
}
