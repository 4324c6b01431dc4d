import { z } from "zod";
import type { Call } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { askInAccount } from "./client.ts";
import { isMarked, markQuery } from "./own-mark.ts";

/** https://docs.stripe.com/api/payment_intents/object */
export const paymentSchema = z.looseObject({
  id: z.string().startsWith("pi_"),
  status: z.string(),
  amount: z.int(),
  currency: z.string().length(3),
  application_fee_amount: z.int().nullish(),
  latest_charge: z.string().nullish(),
  last_payment_error: z
    .looseObject({ code: z.string().nullish(), decline_code: z.string().nullish() })
    .nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type Payment = z.output<typeof paymentSchema>;

const found = z.looseObject({ data: z.array(paymentSchema) });

/**
 * The payment that was made under this key before: https://docs.stripe.com/api/payment_intents/search. It takes about a
 * minute before a search finds one; for so long, and a day more, Stripe's own key keeps it from being made twice.
 */
export async function findEarlierPayment(call: Call): Promise<Payment | null> {
  try {
    const page = await askInAccount(call, "look for the payment", found, ({ stripe, options }) =>
      stripe.paymentIntents.search({ query: markQuery(call), limit: 10 }, options),
    );
    return page.data.find(({ metadata }) => isMarked(call, metadata)) ?? null;
  } catch (error) {
    // Accounts in India cannot be searched; they have Stripe's own key alone.
    if (error instanceof ProviderError && error.kind === "invalid_input") return null;
    throw error;
  }
}
