import { type Declaration, declarationSchema } from "./contract/declaration-schema.ts";
import type { Manifest } from "./contract/manifest.ts";
import type { Provider } from "./contract/provider.ts";
import { manifest as googleSheets } from "./google-sheets/manifest.ts";
import { manifest as hubspot } from "./hubspot/manifest.ts";
import { loadOnce } from "./load-once.ts";
import { manifest as mailchimp } from "./mailchimp/manifest.ts";
import { manifest as paypal } from "./paypal/manifest.ts";
import { manifest as salesforce } from "./salesforce/manifest.ts";
import { manifest as sendgrid } from "./sendgrid/manifest.ts";
import { manifest as shopify } from "./shopify/manifest.ts";
import { manifest as slack } from "./slack/manifest.ts";
import { manifest as stripe } from "./stripe/manifest.ts";
import { manifest as woocommerce } from "./woocommerce/manifest.ts";

/** @param declared what `npm run guides` has written down of the code */
type App = {
  manifest: Manifest;
  load: () => Promise<Provider>;
  declared: () => Promise<{ default: unknown }>;
};

/** Every app that can be connected. What is more than its manifest is imported by the first who needs it. */
const apps: readonly App[] = [
  {
    manifest: slack,
    load: async () => (await import("./slack/provider.ts")).slack,
    declared: () => import("./slack/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: googleSheets,
    load: async () => (await import("./google-sheets/provider.ts")).googleSheets,
    declared: () => import("./google-sheets/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: shopify,
    load: async () => (await import("./shopify/provider.ts")).shopify,
    declared: () => import("./shopify/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: woocommerce,
    load: async () => (await import("./woocommerce/provider.ts")).woocommerce,
    declared: () => import("./woocommerce/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: mailchimp,
    load: async () => (await import("./mailchimp/provider.ts")).mailchimp,
    declared: () => import("./mailchimp/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: hubspot,
    load: async () => (await import("./hubspot/provider.ts")).hubspot,
    declared: () => import("./hubspot/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: salesforce,
    load: async () => (await import("./salesforce/provider.ts")).salesforce,
    declared: () => import("./salesforce/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: stripe,
    load: async () => (await import("./stripe/provider.ts")).stripe,
    declared: () => import("./stripe/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: sendgrid,
    load: async () => (await import("./sendgrid/provider.ts")).sendgrid,
    declared: () => import("./sendgrid/declared.json", { with: { type: "json" } }),
  },
  {
    manifest: paypal,
    load: async () => (await import("./paypal/provider.ts")).paypal,
    declared: () => import("./paypal/declared.json", { with: { type: "json" } }),
  },
];

export const manifests: readonly Manifest[] = apps.map(({ manifest }) => manifest);

export function findManifest(id: string): Manifest | undefined {
  return findApp(id)?.manifest;
}

/** The code of an app. @returns undefined where there is no such app */
export const loadProvider = loadOnce((id) => findApp(id)?.load());

/** What the code of an app declares, without the code. @returns undefined where there is no such app */
export const loadDeclaration = loadOnce((id) => {
  const app = findApp(id);
  return app && readDeclaration(app);
});

/** The code of every app, in their order: for what looks at all of them. */
export async function loadProviders(): Promise<Provider[]> {
  const all = await Promise.all(manifests.map(({ id }) => loadProvider(id)));
  return all.filter((provider) => provider !== undefined);
}

function findApp(id: string): App | undefined {
  return apps.find(({ manifest }) => manifest.id === id);
}

async function readDeclaration({ declared }: App): Promise<Declaration> {
  return declarationSchema.parse((await declared()).default);
}
