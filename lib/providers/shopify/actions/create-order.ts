import { z } from "zod";
import { minorToDecimal } from "#lib/money/decimal-minor.ts";
import { defineAction } from "#lib/providers/contract/action.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { askAdmin } from "../client.ts";
import { refuseUserErrors, unreadable, userErrors } from "../errors.ts";
import { findEarlierOrder } from "../mark.ts";
import { answerOrder, type CreatedOrder, createdOrder, createdOrderFields, orderAnswer } from "../order.ts";
import { type CreateOrderInput, createOrderInput, toShopifyLines } from "../order-lines.ts";
import { tell } from "../words.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderCreate */
export const orderCreateDocument = `mutation CreateOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order { ...CreatedOrder }
    userErrors { code field message }
  }
}
${createdOrderFields}`;

const data = z.looseObject({
  orderCreate: z.looseObject({ order: createdOrder.nullish(), userErrors }),
});

const inventoryBehaviours = {
  decrease: "DECREMENT_IGNORING_POLICY",
  decrease_if_available: "DECREMENT_OBEYING_POLICY",
  leave: "BYPASS",
} as const;

/** Shopify takes no idempotency key here, so the key goes into the order, and is looked for first. */
export const createOrder = defineAction({
  title: "Create an order",
  description:
    "Enters an order in your Shopify shop, so that it is prepared, counted and sent like any other.",
  scopes: ["read_orders", "write_orders", "read_products"],
  effect: "write",
  mayCause: ["order.placed"],
  makes: "order",
  idempotency: "look_up_first",
  input: createOrderInput,
  output: z.object({
    ...orderAnswer,
    linesWithoutProduct: z
      .array(z.string())
      .describe("Names of lines that are not in your shop and were entered by name and price"),
  }),
  link: ({ adminUrl }) => adminUrl,
  example: {
    lines: [
      { sku: "OIL-500", name: "Olive oil, 0.5 l", quantity: 2, unitAmount: 1_450 },
      { name: "Gift wrapping", quantity: 1, unitAmount: 250 },
    ],
    currency: "EUR",
    paidAmount: 3_150,
    number: "1042",
    note: "Collects at the counter.",
    tags: ["QR code"],
  },
  run: async (call, input) => {
    const { order: earlier, shopCurrency } = await findEarlierOrder(call);
    const order = earlier ?? (await create(call, input, shopCurrency));
    const strangers = order.lineItems.nodes.filter(({ variant }) => !variant);
    return {
      ...answerOrder(order, call.settings),
      linesWithoutProduct: strangers.map(({ name }) => name),
    };
  },
});

async function create(call: Call, input: CreateOrderInput, shopCurrency: string): Promise<CreatedOrder> {
  if (input.currency !== undefined && input.currency !== shopCurrency) {
    const message = tell("shop_sells_in_order_in", { shopCurrency, currency: input.currency });
    throw new ProviderError({ kind: "invalid_input", message });
  }
  const variables = {
    order: await toOrder(call, input, shopCurrency),
    options: {
      inventoryBehaviour: inventoryBehaviours[input.stock],
      sendReceipt: input.sendsReceipt && input.email !== undefined,
    },
  };
  const { orderCreate } = await askAdmin(call, { document: orderCreateDocument, variables, data });
  refuseUserErrors(orderCreate.userErrors, {
    INVENTORY_CLAIM_FAILED: { kind: "conflict", message: tell("there_not_enough_stock_order") },
    SHOP_DORMANT: { kind: "account_closed", message: tell("shop_asleep_takes_no_orders") },
  });
  if (!orderCreate.order) throw unreadable("orderCreate: neither an order nor userErrors");
  return orderCreate.order;
}

async function toOrder(call: Call, input: CreateOrderInput, currencyCode: string) {
  const { paidAmount, number, email, note, tags } = input;
  return {
    sourceIdentifier: call.idempotencyKey,
    currency: currencyCode,
    lineItems: await toShopifyLines(call, input.lines, currencyCode),
    ...(email === undefined ? {} : { email }),
    ...(note ? { note } : {}),
    ...(tags === undefined ? {} : { tags }),
    ...(number === undefined ? {} : { customAttributes: [{ key: "Order number", value: number }] }),
    ...(paidAmount === undefined
      ? { financialStatus: "PENDING" }
      : { transactions: [payment(minorToDecimal(paidAmount, currencyCode), currencyCode)] }),
  };
}

function payment(amount: string, currencyCode: string) {
  return {
    kind: "SALE",
    status: "SUCCESS",
    gateway: "QR order",
    amountSet: { shopMoney: { amount, currencyCode } },
  };
}
