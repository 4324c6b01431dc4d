import type Stripe from "stripe";
import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { hint, hintedNumber, hintedObject, id, listOfReadable, text, whole } from "../kit/lenient.ts";
import { askInAccount } from "./client.ts";
import { unreadable } from "./errors.ts";
import { createMark, isMarked, markQuery, metadataSchema } from "./mark.ts";

/** A payment as it is asked for, however the guest pays. @param amount in the smallest unit that Stripe counts in */
type Asked = {
  amount: number;
  currency: string;
  description?: string | null | undefined;
  orderId?: string | null | undefined;
};

/** https://docs.stripe.com/api/payment_intents/object */
export const paymentSchema = z.looseObject({
  id: id.pipe(z.string().startsWith("pi_")),
  status: text,
  amount: whole,
  currency: text.pipe(z.string().length(3)),
  application_fee_amount: hintedNumber,
  latest_charge: hint,
  last_payment_error: hintedObject({ code: hint, decline_code: hint }),
  metadata: metadataSchema,
});
export type Payment = z.output<typeof paymentSchema>;

/** Other payments are none of its business, whatever they look like. */
const found = z.looseObject({ data: listOfReadable(z.looseObject({ metadata: metadataSchema })) });

/**
 * The payment that was made under this key before: https://docs.stripe.com/api/payment_intents/search. It takes about a
 * minute before a search finds one; for so long, and a day more, Stripe's own key keeps it from being made twice.
 */
export async function findEarlierPayment(call: Call): Promise<Payment | null> {
  try {
    const page = await askInAccount(call, "look for the payment", found, ({ stripe, options }) =>
      stripe.paymentIntents.search({ query: markQuery(call), limit: 10 }, options),
    );
    const own = page.data.find(({ metadata }) => isMarked(call, metadata));
    return own ? readOwn(own) : null;
  } catch (error) {
    // Accounts in India cannot be searched; they have Stripe's own key alone.
    if (error instanceof ProviderError && error.kind === "invalid_input") return null;
    throw error;
  }
}

/** The payment is there, so that making it once more would be wrong. */
function readOwn(record: unknown): Payment {
  const payment = paymentSchema.safeParse(record);
  if (payment.success) return payment.data;
  throw unreadable(`look for the payment: ${payment.error.message}`, payment.error);
}

/**
 * Asks for a PaymentIntent in the merchant's account: a direct charge, so the money is the merchant's, and the fee the
 * platform's (https://docs.stripe.com/connect/direct-charges#collect-fees). It bears the key that it is made under.
 */
export async function makePayment<Answer extends z.ZodType>(
  call: Call,
  answer: Answer,
  asked: Asked,
  how: Pick<
    Stripe.PaymentIntentCreateParams,
    | "automatic_payment_methods"
    | "confirm"
    | "customer"
    | "error_on_requires_action"
    | "expand"
    | "off_session"
    | "payment_method"
  >,
): Promise<z.output<Answer>> {
  const { fee } = await call.platformFee(asked);
  return askInAccount(call, "charge", answer, ({ stripe, options }) =>
    stripe.paymentIntents.create(
      {
        amount: asked.amount,
        currency: asked.currency.toLowerCase(),
        metadata: createMetadata(call, asked),
        ...(asked.description ? { description: asked.description } : {}),
        ...(fee > 0 ? { application_fee_amount: fee } : {}),
        ...how,
      },
      { ...options, idempotencyKey: call.idempotencyKey },
    ),
  );
}

/** What is written on all that a payment consists of at Stripe. */
export function createMetadata(call: Call, { orderId }: Pick<Asked, "orderId">): Record<string, string> {
  return { ...createMark(call), ...(orderId ? { order_id: orderId } : {}) };
}
