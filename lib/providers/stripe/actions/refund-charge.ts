import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { Said } from "../../contract/app-words.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { sentence } from "../../contract/sentence.ts";
import { buildPaymentPageUrl, readCharge, toMoneyParam } from "../charge.ts";
import { giveBack, type Refund, toRefundStatus } from "../refund.ts";
import { tell } from "../words.ts";

const input = z.strictObject({
  charge: trimmedText(200)
    .regex(/^(ch|py)_\w{1,200}$/, "Choose a charge, or paste its ID as Stripe shows it: ch_….")
    .meta({ title: "Charge", placeholder: "ch_…", resource: "charges" } satisfies FieldMeta),
  amount: z
    .int("Write a whole number in the smallest unit: 1000 for € 10.00.")
    .min(1, "The amount must be more than nothing.")
    .optional()
    .meta({
      title: "Amount",
      description: "In the smallest unit: 1000 for € 10.00. Leave it empty to give everything back.",
      placeholder: "1000",
    } satisfies FieldMeta),
  reason: z
    .enum(["requested_by_customer", "duplicate", "fraudulent"])
    .optional()
    .meta({
      title: "Reason",
      description: "For Stripe's records: requested_by_customer, duplicate, or fraudulent (blocks the card).",
    } satisfies FieldMeta),
});

const output = z.strictObject({
  refundId: z.string(),
  chargeId: z.string(),
  status: z.string().describe("Stripe's word: `succeeded`, `pending`, `failed`"),
  amount: z.int(),
  currency: z.string(),
  isFeeReturned: z.boolean().describe("The platform gives its share of the fee back"),
  summary: sentence(),
});

/**
 * https://docs.stripe.com/connect/direct-charges#issue-refunds: of the fee goes back as large a part as of the charge.
 * Kept from happening twice like a charge; what was refunded is found by the list of a charge's refunds, at once.
 */
export const refundCharge = defineAction({
  title: "Refund a charge",
  description: "Gives a guest's money back, all of it or a part, and the platform's fee with it.",
  scopes: [],
  effect: "write",
  mayCause: ["order.refunded"],
  movesMoney: true,
  makes: "payment",
  idempotency: "native_key",
  input,
  output,
  link: ({ chargeId }, account) => buildPaymentPageUrl(account, chargeId),
  moved: ({ input: asked, output: made }) => ({
    kind: "refund",
    state: {
      refundId: made.refundId,
      chargeId: made.chargeId,
      status: toRefundStatus(made.status),
      providerStatus: made.status,
      amount: made.amount,
      currency: made.currency,
      reason: asked.reason ?? null,
      feeRefunded: made.isFeeReturned ? null : 0,
      said: null,
      detail: null,
      createdAt: new Date(),
    },
  }),
  async lookUpAmount(call, { charge: id, amount }) {
    const charge = await readCharge(call, id);
    return { minor: amount ?? charge.amount - charge.amount_refunded, currency: charge.currency };
  },
  example: { charge: "ch_3Rt7LemonadeTable4A", amount: 1_000, reason: "requested_by_customer" },
  run: async (call, request) => {
    const charge = await readCharge(call, request.charge);
    const refund = await giveBack(call, charge, request);
    const isFeeReturned = Boolean(charge.application_fee);
    return {
      refundId: refund.id,
      chargeId: charge.id,
      status: refund.status ?? "pending",
      amount: refund.amount,
      currency: refund.currency.toUpperCase(),
      isFeeReturned,
      summary: summarise(refund, isFeeReturned),
    };
  },
});

function summarise({ amount, currency, status }: Refund, isFeeReturned: boolean): Said {
  const money = toMoneyParam(amount, currency);
  if (status === "succeeded") return tell("refund_given", { money, isFeeReturned });
  if (status === "failed" || status === "canceled") return tell("refund_refused", { money });
  return tell("refund_on_its_way", { money, isFeeReturned });
}
