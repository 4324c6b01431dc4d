import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { ApiKeyAuth, FieldMeta, Scope } from "../contract/auth.ts";
import { grant } from "./grant.ts";
import { normaliseStoreAddress } from "./store-address.ts";

/**
 * A WooCommerce key reads, writes, or does both; there is nothing finer.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication
 */
const scopes = [
  {
    id: "read",
    title: "See your products, stock and orders",
    reason: "To copy products and orders here, to look up stock, and to tell how far an order is.",
  },
  {
    id: "write",
    title: "Create orders, change stock and order statuses, and set up webhooks",
    reason:
      "To pass orders on to your shop, to set stock, and to have your shop tell us when something changes.",
  },
] as const satisfies readonly Scope[];

const store = trimmedText(500)
  .min(1, "Type the address of your shop.")
  .refine((typed) => normaliseStoreAddress(typed) !== null, {
    message:
      "Type the address of your shop as it stands in the browser, such as https://ana.example or https://ana.example/shop. It must begin with https.",
  })
  .meta({
    title: "Address of your shop",
    description: "As it stands in the browser. It must begin with https.",
    placeholder: "https://ana.example",
  } satisfies FieldMeta);

const key = (prefix: string, name: string) =>
  trimmedText(200).regex(
    new RegExp(`^${prefix}[A-Za-z0-9]{8,}$`),
    `The ${name} begins with ${prefix}. Copy the whole of it.`,
  );

const storeInput = z.strictObject({ store });

const keysInput = z.strictObject({
  store,
  consumerKey: key("ck_", "consumer key").meta({
    title: "Consumer key",
    description: "In WordPress: WooCommerce › Settings › Advanced › REST API › Add key, with Read/Write.",
    placeholder: "ck_…",
    secret: true,
  } satisfies FieldMeta),
  consumerSecret: key("cs_", "consumer secret").meta({
    title: "Consumer secret",
    description: "Shown next to the consumer key, once.",
    placeholder: "cs_…",
    secret: true,
  } satisfies FieldMeta),
});

/**
 * Keys of the shop, sent as Basic credentials over https, unless the client has put them into the query already.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication-over-https
 */
export const auth: ApiKeyAuth = {
  kind: "api_key",
  input: keysInput,
  scopes,
  authenticate(request, { consumerKey = "", consumerSecret = "" }) {
    if (request.query?.consumer_secret !== undefined) return request;
    const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString("base64")}`;
    return { ...request, headers: { ...request.headers, authorization } };
  },
  grant: { input: storeInput, ...grant },
  tokenRequest: null,
};
