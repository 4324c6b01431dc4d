import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { orUndefined } from "../kit/or-undefined.ts";
import { askStore } from "./client.ts";
import { findWay } from "./find-way.ts";
import { plainText } from "./plain-text.ts";
import { shortStoreAddress, storeAddressOf } from "./store-address.ts";

/**
 * Finds out how the shop is reached, and tests the keys against the very shop that they were typed for or came from: whether they may read, and whether they
 * may write. An empty batch of webhooks changes nothing, yet is refused to a key that may only read and to a user who
 * may not manage the shop.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#batch-update-webhooks
 */
export async function identify(call: Call): Promise<Account> {
  const address = storeAddressOf(call.settings);
  const way = await findWay(call);
  const asked = { ...call, settings: { ...call.settings, ...way } };
  await askStore(asked, { method: "POST", path: "webhooks/batch", json: {} }, z.unknown());
  return {
    id: address,
    label: (await readShopName(asked)) ?? shortStoreAddress(address),
    grantedScopes: ["read", "write"],
    settings: way,
  };
}

/**
 * The name under which the shop sends its e-mails, which is the site's title unless the merchant chose another one. The
 * title itself stands only in the index of WordPress, where WooCommerce's keys do not count and may even be refused.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-an-setting-option
 */
async function readShopName(call: Call): Promise<string | null> {
  const path = "settings/email/woocommerce_email_from_name";
  // The keys have been found good by now: a shop that hides this setting is called by its address.
  const setting = await orUndefined(
    askStore(call, { method: "GET", path }, z.looseObject({ value: z.string() })),
  );
  return plainText(setting?.value ?? "") || null;
}
