import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { api } from "../client.ts";
import { moneySchema, toMinor, toPayPalMoney } from "../money.ts";
import { amount, amountHelp, buildPaymentPageUrl, captureId, currency } from "../order.ts";
import { tell } from "../words.ts";

const input = z.strictObject({
  captureId,
  amount: amount.optional().meta({
    title: "Amount",
    description: `${amountHelp} Left out: all that is left of the payment.`,
  } satisfies FieldMeta),
  currency: currency.optional().meta({
    title: "Currency",
    description: "Needed with an amount: the one in which the guest paid.",
  } satisfies FieldMeta),
  note: trimmedText(255, "Shorten the note to 255 characters.")
    .min(1)
    .optional()
    .meta({
      title: "Note for the guest",
      description: "Stands in PayPal's email to them.",
    } satisfies FieldMeta),
});

const captureSchema = z.looseObject({ amount: moneySchema });
const refundSchema = z.looseObject({ id: z.string(), status: z.string(), amount: moneySchema });

/** PayPal keeps the key for 45 days. https://developer.paypal.com/docs/api/payments/v2/#captures_refund */
export const refundCapture = defineAction({
  title: "Refund a payment",
  description: "Gives the guest all or a part of a PayPal payment back.",
  scopes: [],
  effect: "write",
  mayCause: ["order.refunded"],
  movesMoney: true,
  makes: "payment",
  moved: ({ input: asked, output: made }) => ({
    kind: "refund",
    state: {
      refundId: made.refundId,
      chargeId: asked.captureId,
      status: made.status === "COMPLETED" ? "succeeded" : "pending",
      providerStatus: made.status,
      amount: made.amount,
      currency: made.currency,
      reason: asked.note ?? null,
      feeRefunded: 0,
      said: null,
      detail: null,
      createdAt: new Date(),
    },
  }),
  idempotency: "native_key",
  input,
  output: z.object({
    refundId: z.string(),
    status: z.string().describe("COMPLETED, or PENDING while a bank is at it"),
    amount: z.int().describe("In the currency's smallest unit"),
    currency: z.string(),
  }),
  link: ({ refundId }, { settings }) => buildPaymentPageUrl(settings, refundId),
  /** In the currency of the payment, whichever is named: PayPal refuses another one. All of it may be less by now. */
  async lookUpAmount(call, { captureId, amount }) {
    const path = `/v2/payments/captures/${captureId}`;
    const paid = toMinor((await api.ask(call, { method: "GET", path }, captureSchema)).amount);
    return { minor: amount ?? paid.amount, currency: paid.currency };
  },
  example: { captureId: "3C679366HH908993F", amount: 500, currency: "EUR", note: "The lemonade was out." },
  async run(call, { captureId, ...refund }) {
    const path = `/v2/payments/captures/${captureId}/refund`;
    const made = await api.ask(call, { method: "POST", path, json: toBody(refund) }, refundSchema);
    if (made.status === "FAILED" || made.status === "CANCELLED") {
      throw new ProviderError({
        kind: "conflict",
        message: tell("could_not_give_money_back"),
        detail: `refund ${made.id} ${made.status}`,
      });
    }
    return { refundId: made.id, status: made.status, ...toMinor(made.amount) };
  },
});

function toBody({ amount, currency, note }: Omit<z.output<typeof input>, "captureId">) {
  if (amount !== undefined && currency === undefined) {
    const message = tell("say_in_which_currency_amount");
    throw new ProviderError({ kind: "invalid_input", message });
  }
  return {
    ...(amount !== undefined && currency !== undefined ? { amount: toPayPalMoney(amount, currency) } : {}),
    ...(note ? { note_to_payer: note } : {}),
  };
}
