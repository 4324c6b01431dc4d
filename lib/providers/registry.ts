import { lookUp } from "../look-up.ts";
import { type Declaration, declarationSchema } from "./contract/declaration-schema.ts";
import type { Provider } from "./contract/provider.ts";
import { loadOnce } from "./load-once.ts";
import { manifests } from "./manifests.ts";

/** @param declared what `npm run guides` has written down of the code */
type App = {
  load: () => Promise<Provider>;
  declared: () => Promise<{ default: unknown }>;
};

/**
 * What every app has beside its manifest, by id; imported by the first who needs it. Apart from the manifests, so that
 * what only shows words of an app (a page, in development) has none of the code compiled.
 */
const apps: Readonly<Record<string, App>> = {
  slack: {
    load: async () => (await import("./slack/provider.ts")).slack,
    declared: () => import("./slack/declared.json", { with: { type: "json" } }),
  },
  "google-sheets": {
    load: async () => (await import("./google-sheets/provider.ts")).googleSheets,
    declared: () => import("./google-sheets/declared.json", { with: { type: "json" } }),
  },
  shopify: {
    load: async () => (await import("./shopify/provider.ts")).shopify,
    declared: () => import("./shopify/declared.json", { with: { type: "json" } }),
  },
  woocommerce: {
    load: async () => (await import("./woocommerce/provider.ts")).woocommerce,
    declared: () => import("./woocommerce/declared.json", { with: { type: "json" } }),
  },
  mailchimp: {
    load: async () => (await import("./mailchimp/provider.ts")).mailchimp,
    declared: () => import("./mailchimp/declared.json", { with: { type: "json" } }),
  },
  hubspot: {
    load: async () => (await import("./hubspot/provider.ts")).hubspot,
    declared: () => import("./hubspot/declared.json", { with: { type: "json" } }),
  },
  salesforce: {
    load: async () => (await import("./salesforce/provider.ts")).salesforce,
    declared: () => import("./salesforce/declared.json", { with: { type: "json" } }),
  },
  stripe: {
    load: async () => (await import("./stripe/provider.ts")).stripe,
    declared: () => import("./stripe/declared.json", { with: { type: "json" } }),
  },
  sendgrid: {
    load: async () => (await import("./sendgrid/provider.ts")).sendgrid,
    declared: () => import("./sendgrid/declared.json", { with: { type: "json" } }),
  },
  paypal: {
    load: async () => (await import("./paypal/provider.ts")).paypal,
    declared: () => import("./paypal/declared.json", { with: { type: "json" } }),
  },
};

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
  return lookUp(apps, id);
}

async function readDeclaration({ declared }: App): Promise<Declaration> {
  return declarationSchema.parse((await declared()).default);
}
