import { Refused } from "../../sandbox-kit/api.ts";
import type { ProviderSandbox, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { refuse, restError } from "./answers.ts";
import { apiRoute } from "./api.ts";
import { itemReply } from "./collection.ts";
import { commands } from "./commands.ts";
import { orderRoutes } from "./order-routes.ts";
import { productRoutes } from "./product-routes.ts";
import { seedShop } from "./seed.ts";
import { authorizeRoute, keyToken, postKeys } from "./wc-auth.ts";
import { webhookRoutes } from "./webhooks.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-current-currency */
const settingsRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "data/currencies/current", async ({ site, address }, { query }) =>
    itemReply(query, {
      code: site.currency,
      name: "Euro",
      symbol: "&euro;",
      _links: { self: [{ href: `${address}/wp-json/wc/v3/data/currencies/${site.currency}` }] },
    }),
  ),
  // https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-an-setting-option
  apiRoute(
    "GET",
    "settings/(?<group>[\\w-]+)/(?<id>[\\w-]+)",
    async ({ site, address }, { query, groups }) => {
      if (groups.group !== "email" || groups.id !== "woocommerce_email_from_name") {
        throw new Refused(restError(404, "rest_setting_setting_invalid", "Invalid setting."));
      }
      const name = site.title.replaceAll("&", "&amp;").replaceAll("'", "&#039;");
      return itemReply(query, {
        id: groups.id,
        label: "“From” name",
        description: "",
        type: "text",
        default: name,
        tip: "How the sender name appears in outgoing WooCommerce emails.",
        value: name,
        group_id: "email",
        _links: {
          self: [{ href: `${address}/wp-json/wc/v3/settings/email/${groups.id}` }],
          collection: [{ href: `${address}/wp-json/wc/v3/settings/email` }],
        },
      });
    },
  ),
];

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
  readCredential: ({ headers, url }: SandboxRequest) => {
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
