import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { Said } from "../../contract/app-words.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { sentence } from "../../contract/sentence.ts";
import { amountProblem, buildPaymentPageUrl, toMoneyParam } from "../charge.ts";
import { declined } from "../errors.ts";
import { findEarlierPayment, makePayment, type Payment, paymentSchema } from "../payment.ts";
import { tell } from "../words.ts";

const input = z.strictObject({
  amount: z
    .int("Write a whole number in the smallest unit: 3150 for € 31.50.")
    .min(1, "The amount must be more than nothing.")
    .max(99_999_999_999, "This is more than Stripe charges at once.")
    .meta({
      title: "Amount",
      description: "In the smallest unit of the currency: 3150 for € 31.50, 500 for ¥ 500.",
      placeholder: "3150",
    } satisfies FieldMeta),
  currency: trimmedText(200)
    .regex(/^[A-Za-z]{3}$/, "Write the three letters of the currency: EUR.")
    .meta({ title: "Currency", placeholder: "EUR" } satisfies FieldMeta),
  description: trimmedText(500, "Shorten the description to 500 characters.")
    .optional()
    .meta({
      title: "Description",
      description: "For you, and on the receipt that Stripe sends.",
      placeholder: "Table 7, order 1042",
    } satisfies FieldMeta),
  paymentMethod: trimmedText(200)
    .regex(/^pm_\w{1,200}$/, "Give the ID that Stripe gave the guest's card: pm_….")
    .meta({
      title: "Payment method",
      description: "The ID of the guest's card, from the payment page. In the sandbox: pm_card_visa.",
      placeholder: "pm_card_visa",
    } satisfies FieldMeta),
});

const output = z.strictObject({
  paymentId: z.string(),
  chargeId: z.string().nullable(),
  status: z.string().describe("Stripe's word: `succeeded`, or `processing` while it takes its time"),
  amount: z.int(),
  currency: z.string(),
  platformFee: z.int(),
  summary: sentence(),
});

/**
 * A direct charge: the money is the merchant's, the fee the platform's
 * (https://docs.stripe.com/connect/direct-charges#collect-fees). Under one idempotency key there is one payment: Stripe
 * keeps the answer of the first request, also a 500, and repeats it (https://docs.stripe.com/api/idempotent_requests).
 * It may forget the key after a day, and our own repetitions go on for longer; so the payment bears the key, and is
 * looked for first. After a kept 500 that left no payment behind, it fails until Stripe has forgotten the key, and is
 * made then: late rather than twice.
 */
export const createCharge = defineAction({
  title: "Charge a card",
  description: "Takes a payment from a guest's card into your Stripe account, less the platform's fee.",
  scopes: [],
  effect: "write",
  mayCause: ["order.paid"],
  movesMoney: true,
  makes: "payment",
  idempotency: "native_key",
  input,
  output,
  link: ({ paymentId }, account) => buildPaymentPageUrl(account, paymentId),
  moved: ({ input: asked, output: made }) => ({
    kind: "payment",
    state: {
      sessionId: null,
      paymentId: made.paymentId,
      chargeId: made.chargeId,
      // What it is else was declined, and thrown.
      status: made.status === "succeeded" ? "succeeded" : "processing",
      providerStatus: made.status,
      amount: made.amount,
      currency: made.currency,
      fee: made.platformFee,
      orderId: null,
      description: asked.description ?? null,
      customer: null,
      url: null,
      clientSecret: null,
      said: null,
      detail: null,
      createdAt: new Date(),
      paidAt: made.status === "succeeded" ? new Date() : null,
    },
  }),
  getAmount: ({ amount, currency }) => ({ minor: amount, currency }),
  example: {
    amount: 3_150,
    currency: "EUR",
    description: "Table 7, order 1042",
    paymentMethod: "pm_card_visa",
  },
  run: async (call, charge) => {
    const problem = amountProblem(charge.amount, charge.currency);
    if (problem !== null) throw new ProviderError({ kind: "invalid_input", message: problem });
    const payment = (await findEarlierPayment(call)) ?? (await pay(call, charge));
    if (payment.status === "requires_payment_method") throw declined(payment.last_payment_error ?? {});
    const { id, latest_charge, status, amount, currency } = payment;
    const platformFee = payment.application_fee_amount ?? 0;
    return {
      paymentId: id,
      chargeId: latest_charge ?? null,
      status,
      amount,
      currency: currency.toUpperCase(),
      platformFee,
      summary: summarise(payment, platformFee),
    };
  },
});

/** The money is the merchant's, the fee the platform's. */
function pay(call: Call, charge: z.output<typeof input>): Promise<Payment> {
  return makePayment(call, paymentSchema, charge, {
    payment_method: charge.paymentMethod,
    confirm: true,
    // Nobody is there whom a bank's page could be shown: such a card is declined, not left half-way.
    error_on_requires_action: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
}

function summarise({ status, amount, currency }: Payment, platformFee: number): Said {
  const money = toMoneyParam(amount, currency);
  const fee = toMoneyParam(platformFee, currency);
  if (status === "succeeded") return tell("charge_paid", { money, fee });
  if (status === "processing") return tell("charge_on_its_way", { money, fee });
  return tell("charge_not_through", { money, status: status.replaceAll("_", " ") });
}
