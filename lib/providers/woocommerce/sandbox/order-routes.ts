import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { invalidParameter, restError } from "./answers.ts";
import { type ApiRequest, apiRoute } from "./api.ts";
import { withStatus } from "./catalogue.ts";
import {
  itemReply,
  pageReply,
  readBoolean,
  readChoice,
  readEmail,
  readInteger,
  readList,
  readObject,
  readObjects,
  readText,
  selectEntries,
} from "./collection.ts";
import type { Shop } from "./documents.ts";
import { type OrderDocument, orderDocument, orderStatuses } from "./documents.ts";
import { type NewOrder, placeOrder, presentOrder, saveOrder } from "./orders.ts";

const listStatuses = ["any", "trash", ...orderStatuses] as const;

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#orders */
export const orderRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "orders", async (shop, { query }) => {
    const orders = await shop.context.store.list("order", orderDocument);
    const wanted = orders.filter(({ id, data }) => isWanted(shop, query, id, data));
    const selected = selectEntries(shop, query, wanted, ({ createdAt }) => createdAt);
    return pageReply(
      query,
      selected.map(({ id, data }) => presentOrder(id, data, shop)),
    );
  }),
  apiRoute("POST", "orders", async (shop, request) => {
    return itemReply(request.query, await placeOrder(shop, readNewOrder(shop, request)), 201);
  }),
  apiRoute("GET", "orders/(?<id>\\d+)", async (shop, { query, groups }) => {
    const { id, order } = await requireOrder(shop, groups, 404);
    return itemReply(query, presentOrder(id, order, shop));
  }),
  apiRoute("PUT", "orders/(?<id>\\d+)", async (shop, { query, groups, body }) => {
    const { id, order } = await requireOrder(shop, groups, 400);
    const status = readChoice(body.status, "status", orderStatuses) ?? order.status;
    const customerNote = readText(body.customer_note, "customer_note") ?? order.customerNote;
    return itemReply(
      query,
      await saveOrder(shop, id, { ...withStatus(order, status, shop.now), customerNote }),
    );
  }),
];

async function requireOrder(
  { context }: Shop,
  { id = "" }: Readonly<Record<string, string>>,
  status: 400 | 404,
) {
  const order = await context.store.get("order", id, orderDocument);
  if (order) return { id, order };
  throw new Refused(restError(status, "woocommerce_rest_shop_order_invalid_id", "Invalid ID."));
}

function isWanted(shop: Shop, query: URLSearchParams, id: string, order: OrderDocument): boolean {
  const statuses = readList(query, "status").map((status) => readChoice(status, "status", listStatuses));
  const createdVia = knowsCreatedVia(shop) ? readList(query, "created_via") : [];
  const search = query.get("search")?.toLowerCase();
  // Neither meta data nor the note: OrdersTableSearchQuery looks at numbers, items and addresses.
  const searched = [id, ...order.lineItems.map(({ name }) => name), ...Object.values(order.billing)];
  return (
    (statuses.length === 0 || statuses.includes("any") || statuses.includes(order.status)) &&
    (createdVia.length === 0 || createdVia.includes(order.createdVia)) &&
    (!search || searched.some((text) => text.toLowerCase().includes(search)))
  );
}

/** Since 9.9: https://github.com/woocommerce/woocommerce-rest-api-docs/pull/266 */
function knowsCreatedVia({ site }: Shop): boolean {
  const [major = 0, minor = 0] = site.version.split(".").map(Number);
  return major > 9 || (major === 9 && minor >= 9);
}

function readNewOrder(shop: Shop, { body }: ApiRequest): NewOrder {
  const billing = readObject(body.billing, "billing") ?? {};
  const created = readText(body.created_via, "created_via");
  const isPaid = readBoolean(body.set_paid, "set_paid") ?? false;
  return {
    status: readChoice(body.status, "status", orderStatuses) ?? (isPaid ? "processing" : "pending"),
    createdVia: (knowsCreatedVia(shop) && created) || "rest-api",
    billing: {
      first_name: readText(billing.first_name, "billing[first_name]", "billing") ?? "",
      last_name: readText(billing.last_name, "billing[last_name]", "billing") ?? "",
      phone: readText(billing.phone, "billing[phone]", "billing") ?? "",
      email: readEmail(billing.email, "billing[email]", "billing") ?? "",
    },
    customerNote: readText(body.customer_note, "customer_note") ?? "",
    currency: readText(body.currency, "currency") ?? null,
    fees: readObjects(body.fee_lines, "fee_lines").map(readFee),
    items: readObjects(body.line_items, "line_items").map(readItem),
    meta: readObjects(body.meta_data, "meta_data").flatMap(({ key, value }, index) => {
      const name = readText(key, `meta_data[${index}][key]`, "meta_data") ?? "";
      // Half an entry is taken and not kept: WC_Data::save_meta_data passes over what has no value.
      return name === "" || value === undefined || value === null ? [] : [{ key: name, value }];
    }),
  };
}

function readFee({ name, total }: Record<string, unknown>, index: number): NewOrder["fees"][number] {
  const title = readText(name, `fee_lines[${index}][name]`, "fee_lines") ?? "";
  if (title === "") {
    throw new Refused(restError(400, "woocommerce_rest_invalid_fee_item", "Fee name is required."));
  }
  return { name: title, total: readText(total, `fee_lines[${index}][total]`, "fee_lines") ?? "0" };
}

function readItem(item: Record<string, unknown>, index: number): NewOrder["items"][number] {
  const read = (field: string) =>
    readInteger(item[field], `line_items[${index}][${field}]`, { name: "line_items" });
  const productId = read("product_id") ?? 0;
  const variationId = read("variation_id") ?? 0;
  if (productId === 0 && variationId === 0) {
    const message = "Product ID or SKU is required.";
    throw new Refused(restError(400, "woocommerce_rest_required_product_reference", message));
  }
  const quantity = read("quantity") ?? 1;
  if (quantity < 1) {
    const message = `line_items[${index}][quantity] must be greater than 0.`;
    throw new Refused(invalidParameter("line_items", "rest_out_of_bounds", message));
  }
  return { productId, variationId, quantity };
}
