import type { Parameters } from "../answers.ts";
import { type Card, findCard } from "../cards.ts";
import { findMethod, saveCard } from "../customers/method.ts";
import { openDispute } from "../disputes/open.ts";
import { type ChargeDocument, type FeeDocument, newId, type PaymentDocument } from "../documents.ts";
import { bookCharge, bookFee } from "../ledger/book-charge.ts";
import { saveCharge, saveFee, savePayment } from "../save.ts";
import { chargeView, feeView, paymentView } from "../views.ts";
import type { Work } from "../work.ts";
import { requireCards, withoutMethod } from "./make.ts";

type Confirmed = {
  /** The guest is not there: whatever needs them is declined. */
  isOffSession?: boolean;
  /** What needs the guest is declined, as nobody can be asked. */
  isActionAnError?: boolean;
  /** The guest has been asked by their bank, and agreed. */
  isAuthenticated?: boolean;
};

/**
 * Charges the card of a payment, or waits for the guest; a card that is declined leaves a failed charge behind.
 * @param method `pm_…`: a test card, or one that was saved
 * @param actionUrl where the guest confirms, should they have to
 * @throws Refusal for a card that there is not
 */
export async function confirm(
  work: Work,
  payment: PaymentDocument,
  method: string,
  { isOffSession = false, isActionAnError = false, isAuthenticated = false }: Confirmed,
  actionUrl: string,
): Promise<PaymentDocument> {
  const { card: name, isSaved } = await findMethod(work, method, payment.customer);
  const card = findCard(name);
  const asksGuest = card.asksGuest === "always" || (card.asksGuest === "at_first" && !isSaved);
  if (asksGuest && !isAuthenticated && card.failure === null) {
    if (isOffSession || isActionAnError) return charge(work, payment, method, refusing(card));
    const waiting: PaymentDocument = {
      ...payment,
      status: "requires_action",
      paymentMethod: method,
      actionUrl,
    };
    await savePayment(work, waiting);
    await work.tell("payment_intent.requires_action", paymentView(waiting, work.application));
    return waiting;
  }
  return charge(work, payment, method, card);
}

function refusing(card: Card): Card {
  const code = "authentication_required";
  const message = "Your card was declined. This transaction requires authentication.";
  return { ...card, failure: { code, declineCode: code, message } };
}

async function charge(
  work: Work,
  payment: PaymentDocument,
  method: string,
  card: Card,
): Promise<PaymentDocument> {
  const hasFailed = card.failure !== null;
  const fee = hasFailed ? null : createFee(payment, work.seconds);
  const made: ChargeDocument = {
    id: newId("ch"),
    payment: payment.id,
    amount: payment.amount,
    amountRefunded: 0,
    currency: payment.currency,
    status: hasFailed ? "failed" : "succeeded",
    created: work.seconds,
    description: payment.description,
    paymentMethod: method,
    brand: card.brand,
    last4: card.last4,
    fee: fee?.id ?? null,
    feeAmount: payment.feeAmount,
    isDisputed: false,
    failure: card.failure,
    metadata: payment.metadata,
    customer: payment.customer,
    transaction: null,
  };
  const booked = hasFailed ? made : { ...made, transaction: await bookCharge(work, made, card) };
  await saveCharge(work, booked);
  const paid: PaymentDocument = {
    ...payment,
    status: hasFailed ? "requires_payment_method" : "succeeded",
    latestCharge: made.id,
    paymentMethod: hasFailed ? payment.paymentMethod : await saveCard(work, payment, method),
    failure: card.failure,
    actionUrl: null,
  };
  await savePayment(work, paid);
  await tell(work, paid, booked);
  if (fee) await takeFee(work, { ...fee, charge: made.id });
  if (!hasFailed && card.afterwards !== null) await applyAftermath(work, booked, card);
  return paid;
}

async function applyAftermath(work: Work, charge: ChargeDocument, { afterwards }: Card): Promise<void> {
  if (afterwards?.kind !== "dispute" && afterwards?.kind !== "inquiry") return;
  await openDispute(work, charge, { isInquiry: afterwards.kind === "inquiry", reason: afterwards.reason });
}

function createFee(
  { feeAmount, currency }: PaymentDocument,
  created: number,
): Omit<FeeDocument, "charge"> | null {
  if (feeAmount === null) return null;
  return { id: newId("fee"), amount: feeAmount, amountRefunded: 0, currency, created, transaction: null };
}

async function takeFee(work: Work, fee: FeeDocument): Promise<void> {
  const taken = { ...fee, transaction: await bookFee(work, fee) };
  await saveFee(work, taken);
  await work.tell("application_fee.created", feeView(taken, work.accountId, work.application), "platform");
}

async function tell(work: Work, payment: PaymentDocument, charge: ChargeDocument): Promise<void> {
  const hasFailed = payment.failure !== null;
  await work.tell(
    hasFailed ? "payment_intent.payment_failed" : "payment_intent.succeeded",
    paymentView(payment, work.application),
  );
  await work.tell(hasFailed ? "charge.failed" : "charge.succeeded", chargeView(charge, work.application));
}

/** Confirms a payment as a request says. https://docs.stripe.com/api/payment_intents/confirm */
export async function confirmAsAsked(
  work: Work,
  payment: PaymentDocument,
  parameters: Parameters,
): Promise<PaymentDocument> {
  requireCards(work);
  const method = parameters.text("payment_method") ?? payment.paymentMethod;
  if (method === null) throw withoutMethod();
  const options = {
    isOffSession: parameters.flag("off_session"),
    isActionAnError: parameters.flag("error_on_requires_action"),
  };
  return confirm(work, payment, method, options, buildActionUrl(work, payment));
}

/** Where a guest confirms a payment with their bank. */
export function buildActionUrl(
  { accountId }: Pick<Work, "accountId">,
  { id }: Pick<PaymentDocument, "id">,
): string {
  return `https://checkout.stripe.com/c/authenticate/${accountId}/${id}`;
}
