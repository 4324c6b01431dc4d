import type { SandboxDesk, SandboxReply } from "../../sandbox-contract.ts";
import { canCharge, findAccountDocument } from "./account-document.ts";
import { readFee, readMoney } from "./amounts.ts";
import { findCard } from "./cards.ts";
import { newId, type PaymentDocument, paymentDocument, secondsOf } from "./documents.ts";
import { type KnownParameters, type Parameters, readParameters } from "./parameters.ts";
import { pay } from "./pay.ts";
import { inAccount } from "./platform-route.ts";
import { badRequest, missing } from "./refusal.ts";
import { failureView, paymentView } from "./views.ts";

/** https://docs.stripe.com/api/payment_intents/create, of what is needed to charge a card at once. */
const newPayment: KnownParameters = {
  amount: "integer",
  currency: "text",
  application_fee_amount: "integer",
  "automatic_payment_methods[enabled]": "flag",
  "automatic_payment_methods[allow_redirects]": "text",
  confirm: "flag",
  description: "text",
  error_on_requires_action: "flag",
  "expand[]": "text",
  "metadata[*]": "text",
  payment_method: "text",
  receipt_email: "text",
  statement_descriptor_suffix: "text",
};

/** Under normal conditions it takes less than a minute: https://docs.stripe.com/search#data-freshness */
const searchDelaySeconds = 60;

export const paymentRoutes = [
  inAccount("POST", /^api\.stripe\.com\/v1\/payment_intents$/, async ({ request, desk }) =>
    create(desk, readParameters(request.form, newPayment)),
  ),
  inAccount("GET", /^api\.stripe\.com\/v1\/payment_intents\/search$/, async ({ request, desk }) => {
    const known: KnownParameters = { query: "text", limit: "integer", page: "text" };
    const parameters = readParameters(request.url.searchParams, known);
    const { field, value } = readQuery(parameters.require("query"));
    const newest = secondsOf(desk.now()) - searchDelaySeconds;
    const payments = await desk.store.list("payment_intent", paymentDocument);
    const found = payments.filter(({ data }) => data.created <= newest && data.metadata[field] === value);
    const data = found.reverse().slice(0, parameters.integer("limit") ?? 10);
    const views = data.map((payment) => paymentView(payment.data, desk.app.clientId));
    const list = { object: "search_result", url: "/v1/payment_intents/search", has_more: false };
    return { status: 200, json: { ...list, next_page: null, data: views } };
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/payment_intents\/(?<id>pi_\w+)$/, async ({ desk, groups }) => {
    const payment = await desk.store.get("payment_intent", groups.id ?? "", paymentDocument);
    if (!payment) throw missing("payment_intent", groups.id ?? "", "intent");
    return { status: 200, json: paymentView(payment, desk.app.clientId) };
  }),
];

async function create(desk: SandboxDesk, parameters: Parameters): Promise<SandboxReply> {
  const { amount, currency } = readMoney(parameters);
  const feeAmount = readFee(parameters, amount);
  const card = parameters.text("payment_method");
  if (card !== undefined) findCard(card);
  const isConfirmed = parameters.flag("confirm");
  if (parameters.flag("error_on_requires_action") && !isConfirmed) {
    throw badRequest(
      "You can only use error_on_requires_action with confirm set to true.",
      "error_on_requires_action",
    );
  }
  if (isConfirmed && card === undefined) {
    const message = "You cannot confirm this PaymentIntent because it's missing a payment method.";
    throw badRequest(message, "payment_method", "payment_intent_unexpected_state");
  }
  if (!canCharge(await findAccountDocument(desk.store))) {
    throw badRequest("Your account cannot currently make charges.");
  }
  const payment: PaymentDocument = {
    id: newId("pi"),
    amount,
    currency,
    status: card === undefined ? "requires_payment_method" : "requires_confirmation",
    created: secondsOf(desk.now()),
    description: parameters.text("description") ?? null,
    paymentMethod: card ?? null,
    latestCharge: null,
    feeAmount,
    failure: null,
    metadata: parameters.metadata(),
  };
  if (!isConfirmed || card === undefined) {
    await desk.store.put("payment_intent", payment.id, payment);
    return { status: 200, json: paymentView(payment, desk.app.clientId) };
  }
  const paid = await pay(desk, payment, card);
  const view = paymentView(paid, desk.app.clientId);
  if (paid.failure === null) return { status: 200, json: view };
  return {
    status: 402,
    json: { error: { ...failureView(paid.failure, paid.latestCharge), payment_intent: view } },
  };
}

/** The part of https://docs.stripe.com/search#search-query-language that looks for metadata. */
function readQuery(query: string): { field: string; value: string } {
  const [, field, value] = /^metadata\[["']([^"']+)["']\]:["']([^"']*)["']$/.exec(query) ?? [];
  if (field === undefined || value === undefined) {
    throw badRequest(`We were unable to parse your search query: ${query}`, "query");
  }
  return { field, value };
}
