import type { Ctx } from "#lib/auth/context.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";

/** Connects an app through its sandbox, by consent or by keys. @returns the integration's id */
export async function connectApp(ctx: Ctx, provider: string): Promise<string> {
  if (findManifest(provider)?.auth.kind === "oauth2") {
    return connectedIn(ctx, { provider, query: createQuery(ctx, provider) });
  }
  const { keys } = await getSandboxState({ ctx, input: { provider } });
  const { id } = await connectWithKeys({ ctx, input: { provider, credentials: keys[0]?.fields ?? {} } });
  return id;
}

function createQuery({ merchantId }: Ctx, provider: string): Record<string, string> {
  return provider === "shopify" ? { shop: `${merchantId.replaceAll("_", "-")}.myshopify.com` } : {};
}
