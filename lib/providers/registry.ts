import type { Manifest } from "./contract/manifest.ts";
import type { Provider } from "./contract/provider.ts";
import { manifest as googleSheets } from "./google-sheets/manifest.ts";
import { manifest as hubspot } from "./hubspot/manifest.ts";
import { manifest as mailchimp } from "./mailchimp/manifest.ts";
import { manifest as paypal } from "./paypal/manifest.ts";
import { manifest as salesforce } from "./salesforce/manifest.ts";
import { manifest as sendgrid } from "./sendgrid/manifest.ts";
import { manifest as shopify } from "./shopify/manifest.ts";
import { manifest as slack } from "./slack/manifest.ts";
import { manifest as stripe } from "./stripe/manifest.ts";
import { manifest as woocommerce } from "./woocommerce/manifest.ts";

/** Every app that can be connected: a line for each. Its code is imported by the first who needs it. */
const apps: readonly { manifest: Manifest; load: () => Promise<Provider> }[] = [
  { manifest: slack, load: async () => (await import("./slack/provider.ts")).slack },
  { manifest: googleSheets, load: async () => (await import("./google-sheets/provider.ts")).googleSheets },
  { manifest: shopify, load: async () => (await import("./shopify/provider.ts")).shopify },
  { manifest: woocommerce, load: async () => (await import("./woocommerce/provider.ts")).woocommerce },
  { manifest: mailchimp, load: async () => (await import("./mailchimp/provider.ts")).mailchimp },
  { manifest: hubspot, load: async () => (await import("./hubspot/provider.ts")).hubspot },
  { manifest: salesforce, load: async () => (await import("./salesforce/provider.ts")).salesforce },
  { manifest: stripe, load: async () => (await import("./stripe/provider.ts")).stripe },
  { manifest: sendgrid, load: async () => (await import("./sendgrid/provider.ts")).sendgrid },
  { manifest: paypal, load: async () => (await import("./paypal/provider.ts")).paypal },
];

export const manifests: readonly Manifest[] = apps.map(({ manifest }) => manifest);

export function findManifest(id: string): Manifest | undefined {
  return manifests.find((manifest) => manifest.id === id);
}

const loading = new Map<string, Promise<Provider>>();

/**
 * The code of an app, loaded once. A load that failed is tried again by the next who asks.
 * @returns undefined where there is no such app
 */
export async function loadProvider(id: string): Promise<Provider | undefined> {
  const known = loading.get(id);
  if (known) return known;
  const begun = apps.find(({ manifest }) => manifest.id === id)?.load();
  if (!begun) return undefined;
  loading.set(id, begun);
  begun.catch(() => loading.delete(id));
  return begun;
}

/** The code of every app, in their order: for what looks at all of them. */
export async function loadProviders(): Promise<Provider[]> {
  const all = await Promise.all(manifests.map(({ id }) => loadProvider(id)));
  return all.filter((provider) => provider !== undefined);
}
