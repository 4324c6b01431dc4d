import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { PaymentMode, PaymentRefs, PaymentState } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { list, listOfReadable, optionalFlag } from "../../kit/lenient.ts";
import { askInAccount, idAfterPage } from "../client.ts";
import { unreadable } from "../errors.ts";
import { isMarked, metadataSchema } from "../mark.ts";
import { findEarlierPayment } from "../payment.ts";
import {
  intentSchema,
  readIntentState,
  readSessionState,
  sessionSchema,
  withCharge,
  withPayment,
} from "./payment-state.ts";

const page = z.looseObject({ data: list, has_more: optionalFlag });
const marked = listOfReadable(z.looseObject({ id: z.string(), metadata: metadataSchema }));
const pageSize = 100;
/** Stripe's clock is not ours. */
const clocksDifferMs = 10 * 60_000;

/**
 * What was made under the call's key: by a search, which finds a payment a minute after it was made
 * (https://docs.stripe.com/search#data-freshness), then by the list of all that was made since, which has it at once.
 * Sessions cannot be searched for.
 * @returns null = Stripe has made nothing of what had reached it by now
 */
export async function find(
  call: Call,
  { mode, since }: { mode: PaymentMode; since: Date },
): Promise<PaymentState | null> {
  if (mode === "checkout") {
    const sessionId = await findInList(call, "checkout", since);
    return sessionId === null ? null : read(call, { sessionId, paymentId: null, chargeId: null });
  }
  const earlier = await findEarlierPayment(call);
  const paymentId = earlier?.id ?? (await findInList(call, "intent", since));
  return paymentId === null ? null : read(call, { sessionId: null, paymentId, chargeId: null });
}

async function findInList(call: Call, what: "checkout" | "intent", since: Date): Promise<string | null> {
  const gte = Math.floor((since.getTime() - clocksDifferMs) / 1_000);
  let after: string | undefined;
  for (;;) {
    const query = {
      created: { gte },
      limit: pageSize,
      ...(after === undefined ? {} : { starting_after: after }),
    };
    const answer = await askInAccount(call, "look for the payment", page, ({ stripe, options }) =>
      what === "checkout"
        ? stripe.checkout.sessions.list(query, options)
        : stripe.paymentIntents.list(query, options),
    );
    const found = marked.parse(answer.data).find(({ metadata }) => isMarked(call, metadata));
    if (found) return found.id;
    after = idAfterPage(answer) ?? undefined;
    if (after === undefined) return null;
  }
}

/** How a payment stands now, by its session where it has one, as that may end before anybody pays. */
export async function read(call: Call, { sessionId, paymentId }: PaymentRefs): Promise<PaymentState> {
  if (sessionId !== null) {
    const session = await askInAccount(call, "read the checkout", sessionSchema, ({ stripe, options }) =>
      stripe.checkout.sessions.retrieve(sessionId, { expand: withPayment }, options),
    );
    return readSessionState(call, session);
  }
  if (paymentId === null) throw unreadable("a payment without session and PaymentIntent");
  const intent = await askInAccount(call, "read the payment", intentSchema, ({ stripe, options }) =>
    stripe.paymentIntents.retrieve(paymentId, { expand: withCharge }, options),
  );
  return readIntentState(intent);
}

/**
 * Takes back what waits on a guest: https://docs.stripe.com/api/checkout/sessions/expire and
 * https://docs.stripe.com/api/payment_intents/cancel. Stripe refuses where it has ended, and how it ended is answered.
 */
export async function end(call: Call, refs: PaymentRefs): Promise<PaymentState> {
  const { sessionId, paymentId } = refs;
  // A key is good for one kind of request only.
  const idempotencyKey = `${call.idempotencyKey}-end`;
  try {
    await askInAccount(call, "end the payment", z.looseObject({}), async ({ stripe, options }) => {
      if (sessionId !== null) {
        return stripe.checkout.sessions.expire(sessionId, {}, { ...options, idempotencyKey });
      }
      return stripe.paymentIntents.cancel(paymentId ?? "", {}, { ...options, idempotencyKey });
    });
  } catch (error) {
    const isRefused = error instanceof ProviderError && ["invalid_input", "conflict"].includes(error.kind);
    if (!isRefused) throw error;
  }
  return read(call, refs);
}
