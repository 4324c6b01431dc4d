import { z } from "zod";
import { accessDenied } from "../paging.ts";
import { computeTotal, placeOrder } from "../place-order.ts";
import type { AdminSession } from "../session.ts";
import type { LineObject } from "../shop.ts";
import { countStock, idIn, listVariants, readCatalogue } from "../shop.ts";
import { orderView } from "../views/order-view.ts";

const money = z.object({
  shopMoney: z.object({
    amount: z.union([z.string(), z.number()]).transform(String),
    currencyCode: z.string(),
  }),
});
const orderArgs = z.object({
  options: z.object({ inventoryBehaviour: z.string().nullish() }).nullish(),
  order: z.object({
    currency: z.string().nullish(),
    customAttributes: z.array(z.object({ key: z.string(), value: z.string() })).nullish(),
    email: z.string().nullish(),
    financialStatus: z.string().nullish(),
    lineItems: z
      .array(
        z.object({
          priceSet: money.nullish(),
          quantity: z.int(),
          sku: z.string().nullish(),
          title: z.string().nullish(),
          variantId: z.string().nullish(),
        }),
      )
      .nullish(),
    note: z.string().nullish(),
    sourceIdentifier: z.string().nullish(),
    tags: z.array(z.string()).nullish(),
    test: z.boolean().nullish(),
    transactions: z
      .array(z.object({ amountSet: money, kind: z.string().nullish(), status: z.string().nullish() }))
      .nullish(),
  }),
});
type Args = z.output<typeof orderArgs>;
type LineInput = NonNullable<Args["order"]["lineItems"]>[number];

class Refusal extends Error {
  readonly field: readonly string[];
  readonly code: string;
  constructor(field: readonly string[], message: string, code = "INVALID") {
    super(message);
    this.field = field;
    this.code = code;
  }
}

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderCreate */
export async function orderCreate(session: AdminSession, input: unknown) {
  if (!session.scopes.has("write_orders")) throw accessDenied("orderCreate", "write_orders");
  try {
    const order = await create(session, orderArgs.parse(input));
    return { order: orderView(await readCatalogue(session.context), order, session.scopes), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { field, message, code } = error;
    return { order: null, userErrors: [{ field, message, code }] };
  }
}

async function create(session: AdminSession, { order, options }: Args) {
  const { currency: shopCurrency } = session.catalogue.shop;
  const currency = order.currency ?? shopCurrency;
  const inputs = order.lineItems ?? [];
  if (inputs.length === 0)
    throw new Refusal(["order", "lineItems"], "Line items must have at least one line item");
  const lines = inputs.map((input, index) => toLine(session, input, { index, currency }));
  const behaviour = options?.inventoryBehaviour ?? "BYPASS";
  if (behaviour === "DECREMENT_OBEYING_POLICY") checkStock(session, lines);
  const { order: placed } = await placeOrder(session.context, {
    currency,
    financialStatus: order.financialStatus ?? statusOfPayments(order.transactions ?? [], computeTotal(lines)),
    sourceIdentifier: order.sourceIdentifier ?? null,
    email: order.email ?? null,
    note: order.note ?? null,
    tags: order.tags ?? [],
    customAttributes: order.customAttributes ?? [],
    isTest: order.test ?? false,
    lines,
    takesStock: behaviour !== "BYPASS",
  });
  return placed;
}

function toLine(
  { catalogue }: AdminSession,
  input: LineInput,
  { index, currency }: { index: number; currency: string },
): Omit<LineObject, "id"> {
  const at = (name: string) => ["order", "lineItems", String(index), name];
  if (input.quantity < 1) throw new Refusal(at("quantity"), "Quantity must be greater than 0");
  const priced = input.priceSet?.shopMoney;
  if (priced && priced.currencyCode !== currency) {
    throw new Refusal(at("priceSet"), "Currency must be the same as the order's currency");
  }
  if (!input.variantId) {
    if (!input.title) throw new Refusal(at("title"), "Title can't be blank");
    const { title, quantity, sku } = input;
    const price = priced?.amount ?? "0.00";
    return { title, variantTitle: null, variantId: null, productId: null, sku: sku ?? null, quantity, price };
  }
  const found = listVariants(catalogue).find(
    ({ variant }) => variant.id === idIn("ProductVariant", input.variantId ?? ""),
  );
  if (!found) throw new Refusal(at("variantId"), "Variant could not be found");
  const { product, variant } = found;
  return {
    title: product.data.title,
    variantTitle: variant.title === "Default Title" ? null : variant.title,
    variantId: variant.id,
    productId: product.id,
    sku: variant.sku,
    quantity: input.quantity,
    price: priced?.amount ?? variant.price,
  };
}

function checkStock({ catalogue }: AdminSession, lines: readonly Omit<LineObject, "id">[]): void {
  for (const { variantId, quantity } of lines) {
    const found = listVariants(catalogue).find(({ variant }) => variant.id === variantId);
    if (found?.variant.isTracked && countStock(catalogue, found.variant.inventoryItemId) < quantity) {
      throw new Refusal(["order", "lineItems"], "Unable to reserve inventory", "INVENTORY_CLAIM_FAILED");
    }
  }
}

function statusOfPayments(payments: NonNullable<Args["order"]["transactions"]>, total: string): string {
  const paid = payments
    .filter(({ kind, status }) => (status ?? "SUCCESS") === "SUCCESS" && kind !== "AUTHORIZATION")
    .reduce((sum, { amountSet }) => sum + Number(amountSet.shopMoney.amount), 0);
  // Without payments, an order counts as paid: orderCreate is made for orders that were paid elsewhere.
  if (payments.length === 0 || paid >= Number(total)) return "PAID";
  return paid > 0 ? "PARTIALLY_PAID" : "PENDING";
}
