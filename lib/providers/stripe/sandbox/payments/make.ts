import { canCharge } from "../account-document.ts";
import { readFee, readMoney } from "../amounts.ts";
import type { KnownParameters, Parameters } from "../answers.ts";
import { badRequest } from "../answers.ts";
import { requireCustomer } from "../customers/customer.ts";
import { findMethod } from "../customers/method.ts";
import { newId, type PaymentDocument } from "../documents.ts";
import { savePayment } from "../save.ts";
import { paymentView } from "../views.ts";
import type { Work } from "../work.ts";

/** https://docs.stripe.com/api/payment_intents/create, of what is needed to charge a card. */
export const newPayment: KnownParameters = {
  amount: "integer",
  currency: "text",
  application_fee_amount: "integer",
  "automatic_payment_methods[enabled]": "flag",
  "automatic_payment_methods[allow_redirects]": "text",
  confirm: "flag",
  customer: "text",
  description: "text",
  error_on_requires_action: "flag",
  "expand[]": "text",
  "metadata[*]": "text",
  off_session: "flag",
  payment_method: "text",
  receipt_email: "text",
  return_url: "text",
  setup_future_usage: "text",
  statement_descriptor_suffix: "text",
};

/** @throws Refusal for what Stripe does not take, and for an account that cannot take cards */
export async function makePayment(work: Work, parameters: Parameters): Promise<PaymentDocument> {
  const money = readMoney(parameters);
  const feeAmount = readFee(parameters, money);
  const customer = parameters.text("customer") ?? null;
  if (customer !== null) await requireCustomer(work, customer);
  const method = parameters.text("payment_method") ?? null;
  if (method !== null) await findMethod(work, method, customer);
  requireSensible(parameters, method);
  requireCards(work);
  const payment: PaymentDocument = {
    id: newId("pi"),
    ...money,
    status: method === null ? "requires_payment_method" : "requires_confirmation",
    created: work.seconds,
    description: parameters.text("description") ?? null,
    paymentMethod: method,
    latestCharge: null,
    feeAmount,
    failure: null,
    metadata: parameters.metadata(),
    customer,
    futureUsage: readFutureUsage(parameters, "setup_future_usage"),
    actionUrl: null,
  };
  await savePayment(work, payment);
  await work.tell("payment_intent.created", paymentView(payment, work.application));
  return payment;
}

function requireSensible(parameters: Parameters, method: string | null): void {
  const isConfirmed = parameters.flag("confirm");
  for (const name of ["error_on_requires_action", "off_session"]) {
    if (!isConfirmed && parameters.flag(name)) {
      throw badRequest(`You can only use ${name} with confirm set to true.`, name);
    }
  }
  if (isConfirmed && method === null) throw withoutMethod();
}

export function withoutMethod() {
  const message = "You cannot confirm this PaymentIntent because it's missing a payment method.";
  return badRequest(message, "payment_method", "payment_intent_unexpected_state");
}

/** @throws Refusal for an account that cannot take cards */
export function requireCards({ document }: Pick<Work, "document">): void {
  if (!canCharge(document)) throw badRequest("Your account cannot currently make charges.");
}

/** @throws Refusal for a use that there is not */
export function readFutureUsage(parameters: Parameters, name: string): "off_session" | "on_session" | null {
  const usage = parameters.text(name);
  if (usage === undefined || usage === "off_session" || usage === "on_session") return usage ?? null;
  throw badRequest(`Invalid ${name}: must be one of off_session or on_session`, name);
}
