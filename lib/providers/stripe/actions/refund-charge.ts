import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../action.ts";
import type { Said } from "../../app-words.ts";
import type { FieldMeta } from "../../auth.ts";
import type { Call } from "../../call.ts";
import { ProviderError } from "../../provider-error.ts";
import { sentence } from "../../sentence.ts";
import { type Charge, chargeSchema } from "../charge.ts";
import { askInAccount } from "../client.ts";
import { amountProblem, moneyOf } from "../money.ts";
import { markOf } from "../own-mark.ts";
import { paymentPageOf } from "../payment-page.ts";
import { findEarlierRefund, type Refund, refundSchema } from "../refund.ts";
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
  link: ({ chargeId }, account) => paymentPageOf(account, chargeId),
  async lookUpAmount(call, { charge: id, amount }) {
    const charge = await readCharge(call, id);
    return { minor: amount ?? charge.amount - charge.amount_refunded, currency: charge.currency };
  },
  example: { charge: "ch_3Rt7LemonadeTable4A", amount: 1_000, reason: "requested_by_customer" },
  run: async (call, given) => {
    const charge = await readCharge(call, given.charge);
    const problem = given.amount === undefined ? null : amountProblem(given.amount, charge.currency);
    if (problem !== null) throw new ProviderError({ kind: "invalid_input", message: problem });
    const earlier = await findEarlierRefund(call, charge.id);
    if (earlier === null) requireRefundable(charge, given.amount);
    const refund = earlier ?? (await giveBack(call, charge, given));
    const isFeeReturned = Boolean(charge.application_fee);
    return {
      refundId: refund.id,
      chargeId: charge.id,
      status: refund.status ?? "pending",
      amount: refund.amount,
      currency: refund.currency.toUpperCase(),
      isFeeReturned,
      summary: summaryOf(refund, isFeeReturned),
    };
  },
});

function readCharge(call: Call, id: string): Promise<Charge> {
  return askInAccount(call, "read the charge", chargeSchema, ({ stripe, options }) =>
    stripe.charges.retrieve(id, {}, options),
  );
}

/** Stripe refuses as well, but does not say how much is left. */
function requireRefundable({ amount, amount_refunded, currency }: Charge, wanted: number | undefined): void {
  const left = amount - amount_refunded;
  if (left === 0) {
    const message = tell("charge_has_refunded_in_full");
    throw new ProviderError({ kind: "conflict", message });
  }
  if (wanted !== undefined && wanted > left) {
    const message = tell("charge_only_left_give_back", { left: moneyOf(left, currency) });
    throw new ProviderError({ kind: "invalid_input", message });
  }
}

async function giveBack(
  call: Call,
  charge: Charge,
  { amount, reason }: z.output<typeof input>,
): Promise<Refund> {
  return askInAccount(call, "refund", refundSchema, ({ stripe, options }) =>
    stripe.refunds.create(
      {
        charge: charge.id,
        metadata: markOf(call),
        // Refused for a charge that never had one.
        ...(charge.application_fee ? { refund_application_fee: true } : {}),
        ...(amount === undefined ? {} : { amount }),
        ...(reason === undefined ? {} : { reason }),
      },
      { ...options, idempotencyKey: call.idempotencyKey },
    ),
  );
}

function summaryOf({ amount, currency, status }: Refund, isFeeReturned: boolean): Said {
  const money = moneyOf(amount, currency);
  if (status === "succeeded") return tell("refund_given", { money, isFeeReturned });
  if (status === "failed" || status === "canceled") return tell("refund_refused", { money });
  return tell("refund_on_its_way", { money, isFeeReturned });
}
