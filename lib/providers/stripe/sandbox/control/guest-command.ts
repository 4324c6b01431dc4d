import { z } from "zod";
import { paySession } from "../checkout/pay-session.ts";
import { sessionDocument } from "../checkout/session.ts";
import { paymentDocument } from "../documents.ts";
import { confirm } from "../payments/confirm.ts";
import { actionUrlOf } from "../payments/confirm-as-asked.ts";
import { command } from "./command.ts";

/** What a guest does on a page with Stripe's form on it, or on Stripe's own: pays, and answers their bank. */
export const payAsGuest = command(
  "Pay the newest Checkout session as a guest",
  z.strictObject({
    session: z.string().max(200).optional(),
    payment: z.string().max(200).optional(),
    card: z.string().max(200).default("pm_card_visa"),
    email: z.email().max(200).nullable().default(null),
    isAuthenticated: z.boolean().default(true),
  }),
  async (work, { session: named, payment: paymentId, card, email, isAuthenticated }) => {
    if (paymentId !== undefined) {
      const payment = await work.store.get("payment_intent", paymentId, paymentDocument);
      if (!payment || payment.status === "succeeded" || payment.status === "canceled") {
        return "There is no payment that could be paid.";
      }
      const paid = await confirm(work, payment, card, { isAuthenticated }, actionUrlOf(work, payment));
      return `${paid.id} is ${paid.status}.`;
    }
    const { items } = await work.store.page("checkout_session", sessionDocument, { limit: 100 });
    const session = items.find(({ id, data }) => (named ?? id) === id && data.status === "open")?.data;
    if (!session) return "There is no session that could be paid.";
    const paid = await paySession(work, session, { method: card, email, isAuthenticated });
    return `${session.id} is paid by ${paid.id}, which is ${paid.status}.`;
  },
);
