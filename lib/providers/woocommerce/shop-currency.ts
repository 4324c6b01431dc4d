import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { orUndefined } from "../kit/or-undefined.ts";
import { askStore } from "./client.ts";

const isoCode = z.string().regex(/^[A-Z]{3}$/);

/**
 * The currency of a shop's prices, from its own list or from its settings; null where it tells neither. Products are
 * worth reading without their prices, so that a shop which hides this keeps nobody from the rest.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-current-currency
 * @throws {ProviderError} for what concerns the whole shop: keys that are refused, too many requests, no answer in time
 */
export async function readShopCurrency(call: Call): Promise<string | null> {
  const current = await orUndefined(
    askStore(call, { method: "GET", path: "data/currencies/current" }, z.looseObject({ code: isoCode })),
  );
  if (current) return current.code;
  const path = "settings/general/woocommerce_currency";
  const setting = await orUndefined(
    askStore(call, { method: "GET", path }, z.looseObject({ value: isoCode })),
  );
  return setting?.value ?? null;
}
