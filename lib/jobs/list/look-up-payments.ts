import { findNextLook, lookUpPayments } from "#lib/payments/look-up-payments.ts";
import { defineQueue } from "../define-job.ts";

/** Looks up payments and refunds whose outcome is not known, or that wait on a guest or a bank. */
export const lookUpPaymentsJob = defineQueue({
  id: "look-up-payments",
  name: "Look up payments",
  event: "payments/ready",
  // What another instance asked for as it died waits so long for us.
  pollMs: 5_000,
  drain: async (input) => ({ ...(await lookUpPayments(input)), nextDueAt: await findNextLook() }),
  findNextDueAt: findNextLook,
});
