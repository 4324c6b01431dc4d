import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { apiRoute } from "./api-route.ts";
import { itemReply } from "./collection.ts";
import { RestRefusal, restError } from "./replies.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-current-currency */
export const settingsRoutes: readonly SandboxRoute[] = [
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
        throw new RestRefusal(restError(404, "rest_setting_setting_invalid", "Invalid setting."));
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
