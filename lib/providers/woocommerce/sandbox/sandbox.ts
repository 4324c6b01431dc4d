import type { ProviderSandbox, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { commands } from "./commands.ts";
import { orderRoutes } from "./order-routes.ts";
import { keyToken, postKeys } from "./post-keys.ts";
import { productRoutes } from "./product-routes.ts";
import { refuse } from "./replies.ts";
import { seedShop } from "./seed.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { authorizeRoute } from "./wc-auth.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** A WooCommerce shop, wherever it lives. https://woocommerce.github.io/woocommerce-rest-api-docs/ */
export const sandbox = {
  hosts: ["*"],
  newAccount: seedShop,
  keys: ({ account, derive }) =>
    [["read", "write"], ["read"]].map((scopes) => {
      const consumerKey = `ck_${derive(`key ${scopes}`).slice(0, 40)}`;
      const consumerSecret = `cs_${derive(`secret ${scopes}`).slice(0, 40)}`;
      return {
        fields: { store: `https://${account.externalId}`, consumerKey, consumerSecret },
        token: keyToken(consumerKey, consumerSecret),
        scopes,
      };
    }),
  credentialOf: ({ headers, url }: SandboxRequest) => {
    const key = url.searchParams.get("consumer_key");
    const secret = url.searchParams.get("consumer_secret");
    if (key && secret) return keyToken(key, secret);
    const [, encoded] = /^Basic ([A-Za-z\d+/=]+)$/i.exec(headers.authorization ?? "") ?? [];
    return encoded ? Buffer.from(encoded, "base64").toString("utf8") : null;
  },
  routes: [authorizeRoute, ...orderRoutes, ...productRoutes, ...webhookRoutes, ...settingsRoutes],
  refuse,
  afterConsent: postKeys,
  commands,
} satisfies ProviderSandbox;
