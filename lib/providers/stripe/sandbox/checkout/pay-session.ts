import { findMethod } from "../customers/method.ts";
import { newId, type PaymentDocument, paymentDocument } from "../documents.ts";
import { confirm } from "../payments/confirm.ts";
import { requireCards } from "../payments/make.ts";
import { savePayment } from "../save.ts";
import { paymentView } from "../views.ts";
import type { Work } from "../work.ts";
import { buildCheckoutUrl, computeTotal, type SessionDocument, saveSession } from "./session.ts";
import { sessionView } from "./session-view.ts";

/**
 * Pays by a session: makes its payment with the first try, and completes it once that is through.
 * @param method a test card, or one that was saved
 * @throws Refusal for a card that there is not, and where the account cannot take cards
 */
export async function paySession(
  work: Work,
  session: SessionDocument,
  { method, email, isAuthenticated }: { method: string; email: string | null; isAuthenticated: boolean },
): Promise<PaymentDocument> {
  requireCards(work);
  await findMethod(work, method, session.customer);
  const payment = (await findPayment(work, session)) ?? (await makePayment(work, session));
  const paid = await confirm(
    work,
    payment,
    method,
    { isAuthenticated },
    buildCheckoutUrl(work.accountId, session),
  );
  const known: SessionDocument = { ...session, payment: paid.id, email: email ?? session.email };
  if (paid.status !== "succeeded") {
    await saveSession(work, known);
    return paid;
  }
  const complete: SessionDocument = { ...known, status: "complete" };
  await saveSession(work, complete);
  await work.tell("checkout.session.completed", sessionView(complete, work.accountId));
  return paid;
}

async function findPayment({ store }: Work, { payment }: SessionDocument): Promise<PaymentDocument | null> {
  return payment === null ? null : store.get("payment_intent", payment, paymentDocument);
}

async function makePayment(work: Work, session: SessionDocument): Promise<PaymentDocument> {
  const payment: PaymentDocument = {
    id: newId("pi"),
    amount: computeTotal(session),
    currency: session.currency,
    status: "requires_payment_method",
    created: work.seconds,
    description: session.description,
    paymentMethod: null,
    latestCharge: null,
    feeAmount: session.feeAmount,
    failure: null,
    metadata: session.paymentMetadata,
    customer: session.customer,
    futureUsage: session.futureUsage,
    actionUrl: null,
  };
  await savePayment(work, payment);
  await work.tell("payment_intent.created", paymentView(payment, work.application));
  return payment;
}
