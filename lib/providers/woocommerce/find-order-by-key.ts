import { z } from "zod";
import type { Call } from "../call.ts";
import { askStoreForPage } from "./client.ts";
import { isoOfGmt } from "./gmt-time.ts";
import { type Order, orderFields, orderSchema } from "./order.ts";

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
  const isWanted = (order: Order) =>
    // A creation that failed half-way leaves a draft with the same marks.
    order.status !== "checkout-draft" &&
    (order.created_via === createdVia(idempotencyKey) ||
      order.meta_data.some(({ key, value }) => key === metaKey && value === idempotencyKey));
  for (let page = 1; page <= maxPages; page += 1) {
    const { data: orders } = await askStoreForPage(
      call,
      { method: "GET", path: "orders", query: newestOrders(page, idempotencyKey) },
      z.array(orderSchema),
    );
    const found = orders.find(isWanted);
    if (found) return found;
    const isFiltered = orders.every(({ created_via }) => created_via === createdVia(idempotencyKey));
    if (isFiltered || orders.length < pageSize || orders.some(isTooOld)) return null;
  }
  return null;
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

function isTooOld({ date_created_gmt }: Order): boolean {
  const createdAt = isoOfGmt(date_created_gmt);
  return createdAt !== null && Date.parse(createdAt) < Date.now() - maxAgeMs;
}
