import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { sentence } from "../../contract/sentence.ts";
import { readEach } from "../../kit/read-each.ts";
import { chargePage, chargeSchema, createdAt, describeStatus, knownCharge } from "../charge.ts";
import { askInAccount } from "../client.ts";

const output = z.strictObject({
  charges: z.array(
    z.strictObject({
      chargeId: z.string(),
      status: sentence(),
      amount: z.int(),
      refundedAmount: z.int(),
      platformFee: z.int(),
      currency: z.string(),
      description: z.string().nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
});

/** https://docs.stripe.com/api/charges/list */
export const listCharges = defineAction({
  title: "List charges",
  description: "Shows the newest payments in your Stripe account, with what was refunded.",
  scopes: [],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({
    limit: z
      .int()
      .min(1)
      .max(100, "Stripe shows 100 at most.")
      .default(10)
      .meta({ title: "How many", placeholder: "10" } satisfies FieldMeta),
  }),
  output,
  example: { limit: 10 },
  run: async (call, { limit }) => {
    const { data } = await askInAccount(call, "list charges", chargePage, ({ stripe, options }) =>
      stripe.charges.list({ limit }, options),
    );
    const { items } = readEach(data, knownCharge, (record) => chargeSchema.parse(record));
    return {
      charges: items.map((charge) => ({
        chargeId: charge.id,
        status: describeStatus(charge),
        amount: charge.amount,
        refundedAmount: charge.amount_refunded,
        platformFee: charge.application_fee_amount ?? 0,
        currency: charge.currency.toUpperCase(),
        description: charge.description ?? null,
        createdAt: createdAt(charge),
      })),
    };
  },
});
