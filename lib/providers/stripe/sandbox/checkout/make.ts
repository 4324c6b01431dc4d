import { readCurrency, readFee, requireAmount, requireStep } from "../amounts.ts";
import type { KnownParameters, Parameters } from "../answers.ts";
import { badRequest } from "../answers.ts";
import { schedule } from "../control/due.ts";
import { requireCustomer } from "../customers/customer.ts";
import { newId } from "../documents.ts";
import { readFutureUsage, requireCards } from "../payments/make.ts";
import type { Work } from "../work.ts";
import { computeTotal, type SessionDocument, saveSession } from "./session.ts";

const usualSeconds = 24 * 60 * 60;
const leastSeconds = 30 * 60;
const mostLines = 100;

/** https://docs.stripe.com/api/checkout/sessions/create, of what a payment needs. */
export const newSession: KnownParameters = {
  cancel_url: "text",
  client_reference_id: "text",
  currency: "text",
  customer: "text",
  customer_creation: "text",
  customer_email: "text",
  "expand[]": "text",
  expires_at: "integer",
  "line_items[][price_data][currency]": "text",
  "line_items[][price_data][product_data][name]": "text",
  "line_items[][price_data][product_data][description]": "text",
  "line_items[][price_data][unit_amount]": "integer",
  "line_items[][quantity]": "integer",
  locale: "text",
  "metadata[*]": "text",
  mode: "text",
  "payment_intent_data[application_fee_amount]": "integer",
  "payment_intent_data[description]": "text",
  "payment_intent_data[metadata][*]": "text",
  "payment_intent_data[receipt_email]": "text",
  "payment_intent_data[setup_future_usage]": "text",
  "payment_method_types[]": "text",
  submit_type: "text",
  success_url: "text",
  ui_mode: "text",
};

/** @throws Refusal for what Stripe does not take, and for an account that cannot take cards */
export async function makeSession(work: Work, parameters: Parameters): Promise<SessionDocument> {
  const mode = parameters.require("mode");
  if (mode !== "payment")
    throw badRequest(`Invalid mode: the sandbox knows payments only, not ${mode}.`, "mode");
  const successUrl = parameters.require("success_url");
  if (!URL.canParse(successUrl)) throw badRequest("Not a valid URL", "success_url", "url_invalid");
  const { lines, currency } = readLines(parameters);
  const amount = requireAmount(computeTotal({ lines }), currency, "line_items");
  const customer = parameters.text("customer") ?? null;
  const email = customer === null ? null : (await requireCustomer(work, customer)).email;
  const data = "payment_intent_data";
  const session: SessionDocument = {
    id: newId("cs_test"),
    created: work.seconds,
    expiresAt: readExpiry(work, parameters),
    status: "open",
    currency,
    lines,
    feeAmount: readFee(parameters, { amount, currency }, `${data}[application_fee_amount]`),
    paymentMetadata: parameters.metadata(data),
    description: parameters.text(`${data}[description]`) ?? null,
    futureUsage: readFutureUsage(parameters, `${data}[setup_future_usage]`),
    payment: null,
    customer,
    email: parameters.text("customer_email") ?? email,
    reference: parameters.text("client_reference_id") ?? null,
    metadata: parameters.metadata(),
    successUrl,
    cancelUrl: parameters.text("cancel_url") ?? null,
  };
  requireCards(work);
  await saveSession(work, session);
  await schedule(work, session.expiresAt, { task: "expire_session", session: session.id });
  return session;
}

function readLines(parameters: Parameters): Pick<SessionDocument, "lines" | "currency"> {
  const lines: SessionDocument["lines"] = [];
  const currencies = new Set<string>();
  for (let index = 0; index < mostLines; index += 1) {
    const price = `line_items[${index}][price_data]`;
    if (parameters.text(`${price}[currency]`) === undefined) break;
    const currency = readCurrency(parameters, `${price}[currency]`);
    const unitAmount = Number(parameters.require(`${price}[unit_amount]`));
    requireStep(unitAmount, currency, `${price}[unit_amount]`);
    const quantity = parameters.integer(`line_items[${index}][quantity]`) ?? 1;
    if (unitAmount < 0 || quantity < 1)
      throw badRequest("Invalid positive integer", price, "parameter_invalid_integer");
    currencies.add(currency);
    lines.push({ name: parameters.require(`${price}[product_data][name]`), quantity, unitAmount });
  }
  const [currency] = currencies;
  if (currency === undefined)
    throw badRequest("You must pass line_items.", "line_items", "parameter_missing");
  if (currencies.size > 1) throw badRequest("All line items must be in one currency.", "line_items");
  return { lines, currency };
}

function readExpiry({ seconds }: Work, parameters: Parameters): number {
  const asked = parameters.integer("expires_at");
  if (asked === undefined) return seconds + usualSeconds;
  if (asked < seconds + leastSeconds || asked > seconds + usualSeconds) {
    throw badRequest(
      "The expires_at timestamp must be between 30 minutes and 24 hours from now.",
      "expires_at",
    );
  }
  return asked;
}
