import type { PaymentDocument } from "../documents.ts";
import type { Parameters } from "../parameters.ts";
import type { Work } from "../work.ts";
import { confirm } from "./confirm.ts";
import { requireCards, withoutMethod } from "./make.ts";

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
  return confirm(work, payment, method, options, actionUrlOf(work, payment));
}

/** Where a guest confirms a payment with their bank. */
export function actionUrlOf(
  { accountId }: Pick<Work, "accountId">,
  { id }: Pick<PaymentDocument, "id">,
): string {
  return `https://checkout.stripe.com/c/authenticate/${accountId}/${id}`;
}
