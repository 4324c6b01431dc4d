import { z } from "zod";
import { trimmedText, urlText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { api } from "../client.ts";
import { toPayPalMoney } from "../money.ts";
import { amount, amountHelp, currency, findApprovalLink, orderSchema } from "../order.ts";

const address = urlText("Give a full address that begins with https://.", /^https$/);

const input = z.strictObject({
  amount: amount.meta({ title: "Amount", description: amountHelp } satisfies FieldMeta),
  currency: currency.meta({ title: "Currency" } satisfies FieldMeta),
  reference: trimmedText(127, "Shorten the reference to 127 characters.")
    .min(1)
    .optional()
    .meta({
      title: "Reference",
      description: "Your own number for it. It stands beside the payment in PayPal's reports.",
      placeholder: "1042",
    } satisfies FieldMeta),
  description: trimmedText(127, "Shorten the description to 127 characters.")
    .min(1)
    .optional()
    .meta({ title: "Description", description: "The guest sees it while paying." } satisfies FieldMeta),
  returnUrl: address.meta({
    title: "Back to",
    description: "Where PayPal sends the guest once they have agreed.",
    placeholder: "https://ana.example/thanks",
  } satisfies FieldMeta),
  cancelUrl: address.optional().meta({
    title: "Back to, if cancelled",
    description: "Left out: the same address.",
  } satisfies FieldMeta),
});

/**
 * PayPal keeps the key for six hours. A repetition later than that makes a second order, which costs nobody anything:
 * money moves only for an order that the guest approves.
 * https://developer.paypal.com/docs/api/orders/v2/#orders_create
 */
export const createOrder = defineAction({
  title: "Create an order",
  description: "Makes a PayPal order and answers the link where the guest agrees to pay it.",
  scopes: [],
  effect: "write",
  makes: "order",
  idempotency: "native_key",
  input,
  output: z.object({
    orderId: z.string(),
    status: z.string(),
    approveUrl: z.string().nullable().describe("Where the guest agrees to pay; for about three hours"),
  }),
  example: {
    amount: 3_150,
    currency: "EUR",
    reference: "1042",
    description: "Table 7: 2 × Margherita, 1 × Lemonade",
    returnUrl: "https://ana.example/thanks",
  },
  async run(call, order) {
    const json = toBody(order);
    const made = await api.ask(call, { method: "POST", path: "/v2/checkout/orders", json }, orderSchema);
    return { orderId: made.id, status: made.status, approveUrl: findApprovalLink(made) };
  },
});

function toBody({ amount, currency, reference, description, returnUrl, cancelUrl }: z.output<typeof input>) {
  return {
    intent: "CAPTURE",
    purchase_units: [
      {
        amount: toPayPalMoney(amount, currency),
        ...(reference ? { custom_id: reference } : {}),
        ...(description ? { description } : {}),
      },
    ],
    payment_source: {
      paypal: {
        experience_context: {
          // What a guest orders at the table is sent nowhere.
          shipping_preference: "NO_SHIPPING",
          user_action: "PAY_NOW",
          return_url: encoded(returnUrl),
          cancel_url: encoded(cancelUrl ?? returnUrl),
        },
      },
    },
  };
}

/** An address as it goes over the wire: people type umlauts and spaces, and PayPal takes neither. */
function encoded(address: string): string {
  return new URL(address).href;
}
