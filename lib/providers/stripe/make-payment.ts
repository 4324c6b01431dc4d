import type Stripe from "stripe";
import type { z } from "zod";
import type { Call } from "../contract/call.ts";
import { askInAccount } from "./client.ts";
import { markOf } from "./own-mark.ts";

/** A payment as it is asked for, however the guest pays. @param amount in the smallest unit that Stripe counts in */
export type Asked = {
  amount: number;
  currency: string;
  description?: string | null | undefined;
  orderId?: string | null | undefined;
};

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
        metadata: metadataOf(call, asked),
        ...(asked.description ? { description: asked.description } : {}),
        ...(fee > 0 ? { application_fee_amount: fee } : {}),
        ...how,
      },
      { ...options, idempotencyKey: call.idempotencyKey },
    ),
  );
}

/** What is written on all that a payment consists of at Stripe. */
export function metadataOf(call: Call, { orderId }: Pick<Asked, "orderId">): Record<string, string> {
  return { ...markOf(call), ...(orderId ? { order_id: orderId } : {}) };
}
