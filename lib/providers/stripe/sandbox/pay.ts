import type { SandboxDesk } from "../../sandbox-contract.ts";
import { findCard } from "./cards.ts";
import { type ChargeDocument, type FeeDocument, newId, type PaymentDocument } from "./documents.ts";
import { sendEvent } from "./events.ts";
import { chargeView, feeView, paymentView } from "./views.ts";

/** Charges the card of a payment; a card that is declined leaves a failed charge behind. */
export async function pay(
  desk: SandboxDesk,
  payment: PaymentDocument,
  cardId: string,
): Promise<PaymentDocument> {
  const card = findCard(cardId);
  const fee = card.failure === null ? feeOf(payment) : null;
  const charge: ChargeDocument = {
    id: newId("ch"),
    payment: payment.id,
    amount: payment.amount,
    amountRefunded: 0,
    currency: payment.currency,
    status: card.failure === null ? "succeeded" : "failed",
    created: payment.created,
    description: payment.description,
    paymentMethod: cardId,
    brand: card.brand,
    last4: card.last4,
    fee: fee?.id ?? null,
    feeAmount: payment.feeAmount,
    isDisputed: false,
    isPaidOut: false,
    failure: card.failure,
    metadata: payment.metadata,
  };
  const paid: PaymentDocument = {
    ...payment,
    status: card.failure === null ? "succeeded" : "requires_payment_method",
    latestCharge: charge.id,
    failure: card.failure,
  };
  await desk.store.put("charge", charge.id, charge);
  if (fee) await desk.store.put("application_fee", fee.id, { ...fee, charge: charge.id });
  await desk.store.put("payment_intent", paid.id, paid);
  await tell(desk, paid, charge, fee);
  return paid;
}

function feeOf({ feeAmount, currency, created }: PaymentDocument): Omit<FeeDocument, "charge"> | null {
  if (feeAmount === null) return null;
  return { id: newId("fee"), amount: feeAmount, amountRefunded: 0, currency, created };
}

async function tell(
  desk: SandboxDesk,
  payment: PaymentDocument,
  charge: ChargeDocument,
  fee: Omit<FeeDocument, "charge"> | null,
): Promise<void> {
  const { clientId } = desk.app;
  const hasFailed = payment.failure !== null;
  const messages = [
    sendEvent(
      desk,
      hasFailed ? "payment_intent.payment_failed" : "payment_intent.succeeded",
      paymentView(payment, clientId),
    ),
    sendEvent(desk, hasFailed ? "charge.failed" : "charge.succeeded", chargeView(charge, clientId)),
  ];
  if (fee) {
    const view = feeView({ ...fee, charge: charge.id }, desk.account?.externalId ?? "", clientId);
    messages.push(sendEvent(desk, "application_fee.created", view, "platform"));
  }
  await Promise.all(messages);
}
