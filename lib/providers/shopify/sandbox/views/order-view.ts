import { type PageArgs, toConnection } from "../paging.ts";
import type { Catalogue, LineObject, OrderObject, Stored } from "../shop.ts";
import { gid } from "../shop.ts";
import { variantView } from "./product-view.ts";

/** Order, as resolvers of GraphQL. */
export function orderView(
  catalogue: Catalogue,
  { id, data: order }: Stored<OrderObject>,
  scopes: ReadonlySet<string>,
) {
  const total = moneyBag(order.total, order.currency);
  const { fulfilments, lines, isTest, ...plain } = order;
  return {
    ...plain,
    id: gid("Order", id),
    legacyResourceId: id,
    name: `#${order.number}`,
    test: isTest,
    processedAt: order.createdAt,
    currencyCode: order.currency,
    totalPriceSet: total,
    currentTotalPriceSet: total,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: order.fulfilmentStatus,
    fulfillments: ({ first }: { first?: number | null }) =>
      fulfilments.slice(0, first ?? undefined).map((fulfilment, index) => ({
        id: gid("Fulfillment", fulfilment.id),
        name: `#${order.number}-F${index + 1}`,
        createdAt: fulfilment.createdAt,
        status: "SUCCESS",
        displayStatus: fulfilment.displayStatus,
        trackingInfo: [{ company: fulfilment.company, number: fulfilment.number, url: fulfilment.url }],
      })),
    lineItems: (args: PageArgs) =>
      toConnection(
        lines.map((line) => ({
          item: lineView(catalogue, line, order.currency, scopes),
          place: { id: line.id, value: "" },
        })),
        args,
      ),
  };
}

function lineView(catalogue: Catalogue, line: LineObject, currency: string, scopes: ReadonlySet<string>) {
  return {
    id: gid("LineItem", line.id),
    title: line.title,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    sku: line.sku,
    quantity: line.quantity,
    originalUnitPriceSet: moneyBag(line.price, currency),
    variant: () => {
      for (const product of catalogue.products) {
        const variant = product.data.variants.find((one) => one.id === line.variantId);
        if (variant) return variantView(catalogue, product, variant, scopes);
      }
      return null;
    },
  };
}

/** MoneyBag: the guest pays in the shop's own currency here. */
function moneyBag(amount: string, currencyCode: string) {
  const money = { amount, currencyCode };
  return { shopMoney: money, presentmentMoney: money };
}
