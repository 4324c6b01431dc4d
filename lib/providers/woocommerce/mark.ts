import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { hint, list, listOfReadable, optionalMoment, text } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { askStoreForPage } from "./client.ts";
import { type Order, orderFields, orderSchema } from "./order.ts";
import { tell } from "./words.ts";

/** What tells whose order it is; the rest of another's order may be anything. */
const marks = z.looseObject({
  status: hint,
  created_via: hint,
  meta_data: listOfReadable(z.looseObject({ key: text, value: z.unknown() })),
  date_created_gmt: optionalMoment.catch(undefined),
});
type Marked = { record: unknown; marks: z.output<typeof marks> };

const metaKey = "_patchbay_key";
const pageSize = 100;
const maxPages = 10;
const maxAgeMs = 7 * 24 * 60 * 60 * 1_000;

/** What marks an order as made for one key: to be sent with it. */
export function keyMarks(idempotencyKey: string) {
  return {
    created_via: createdVia(idempotencyKey),
    meta_data: [{ key: metaKey, value: idempotencyKey }],
  };
}

/**
 * The order that was made for a key. WooCommerce finds no order by meta data, and `search` looks only at names,
 * addresses and items. Since 9.9 `created_via` can be set when an order is made, and orders can be filtered by it: one
 * request finds the very order, however old. Before 9.9 both are ignored, so the newest orders come; there the mark in
 * the meta data is looked for among those of the last seven days, 1,000 at most.
 * https://github.com/woocommerce/woocommerce/issues/56670, https://github.com/woocommerce/woocommerce/issues/56977
 */
export async function findOrderByKey(call: Call): Promise<Order | null> {
  const { idempotencyKey } = call;
  const isWanted = ({ marks: { status, created_via, meta_data } }: Marked) =>
    // A creation that failed half-way leaves a draft with the same marks.
    status !== "checkout-draft" &&
    (created_via === createdVia(idempotencyKey) ||
      meta_data.some(({ key, value }) => key === metaKey && value === idempotencyKey));
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await askStoreForPage(
      call,
      { method: "GET", path: "orders", query: newestOrders(page, idempotencyKey) },
      list,
    );
    const { items: orders } = readEach(data, { id: "id" }, (record) => ({
      record,
      marks: marks.parse(record),
    }));
    const found = orders.find(isWanted);
    if (found) return readOwn(found.record);
    const isFiltered = orders.every((order) => order.marks.created_via === createdVia(idempotencyKey));
    if (isFiltered || data.length < pageSize || orders.some(isTooOld)) return null;
  }
  return null;
}

/** The order is there, so that making it once more would be wrong, whatever a plugin has made of its fields. */
function readOwn(record: unknown): Order {
  const order = orderSchema.safeParse(record);
  if (order.success) return order.data;
  const message = tell("order_in_shop_but_plugin");
  throw new ProviderError({ kind: "conflict", message, detail: z.prettifyError(order.error) });
}

function newestOrders(page: number, idempotencyKey: string) {
  return {
    created_via: createdVia(idempotencyKey),
    orderby: "date",
    order: "desc",
    per_page: String(pageSize),
    page: String(page),
    _fields: orderFields,
  };
}

function createdVia(idempotencyKey: string): string {
  return `patchbay-${idempotencyKey}`;
}

function isTooOld({ marks: { date_created_gmt: createdAt } }: Marked): boolean {
  return createdAt !== undefined && Date.parse(createdAt) < Date.now() - maxAgeMs;
}
