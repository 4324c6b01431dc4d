import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import { badRequest, type KnownParameters, missing, type Parameters, readParameters } from "../answers.ts";
import { inAccount } from "../api.ts";
import { type PaymentDocument, paymentDocument } from "../documents.ts";
import { expanded } from "../expand.ts";
import { listing, listParameters, timeRange } from "../list-page.ts";
import { metadataLabel, savePayment } from "../save.ts";
import { failureView, paymentView } from "../views.ts";
import type { Work } from "../work.ts";
import { confirmAsAsked } from "./confirm.ts";
import { makePayment, newPayment } from "./make.ts";

/** Under normal conditions it takes less than a minute: https://docs.stripe.com/search#data-freshness */
const searchDelaySeconds = 60;
const own = "api\\.stripe\\.com\\/v1\\/payment_intents\\/(?<id>pi_\\w+)";
const open: readonly string[] = ["requires_payment_method", "requires_confirmation", "requires_action"];

const confirmation: KnownParameters = {
  error_on_requires_action: "flag",
  "expand[]": "text",
  off_session: "flag",
  payment_method: "text",
  return_url: "text",
};

/** https://docs.stripe.com/api/payment_intents */
export const paymentRoutes = [
  inAccount("POST", /^api\.stripe\.com\/v1\/payment_intents$/, async ({ request, work }) => {
    const parameters = readParameters(request.form, newPayment);
    const payment = await makePayment(work, parameters);
    if (!parameters.flag("confirm"))
      return expanded(work, paymentView(payment, work.application), parameters);
    return answerPayment(work, await confirmAsAsked(work, payment, parameters), parameters);
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/payment_intents$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, { ...listParameters, customer: "text" });
    const customer = parameters.text("customer");
    return listing(work, parameters, {
      kind: "payment_intent",
      schema: paymentDocument,
      url: "/v1/payment_intents",
      labels: customer === undefined ? [] : [`customer:${customer}`],
      view: (payment) => paymentView(payment, work.application),
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/payment_intents\/search$/, async ({ request, work }) => {
    const known: KnownParameters = { query: "text", limit: "integer", page: "text" };
    const parameters = readParameters(request.url.searchParams, known);
    const { field, value } = readQuery(parameters.require("query"));
    const page = await work.store.page("payment_intent", paymentDocument, {
      limit: parameters.integer("limit") ?? 10,
      labels: [metadataLabel(field, value)],
      until: work.seconds - searchDelaySeconds,
    });
    const views = page.items.map(({ data }) => paymentView(data, work.application));
    const list = { object: "search_result", url: "/v1/payment_intents/search", has_more: false };
    return { status: 200, json: { ...list, next_page: null, data: views } };
  }),
  inAccount("GET", new RegExp(`^${own}$`), async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, {
      client_secret: "text",
      "expand[]": "text",
    });
    const payment = await requirePayment(work, groups.id);
    return expanded(work, paymentView(payment, work.application), parameters);
  }),
  inAccount("POST", new RegExp(`^${own}$`), async ({ request, work, groups }) => {
    const known: KnownParameters = { description: "text", "expand[]": "text", "metadata[*]": "text" };
    const parameters = readParameters(request.form, known);
    const payment = await requirePayment(work, groups.id);
    const changed: PaymentDocument = {
      ...payment,
      description: parameters.text("description") ?? payment.description,
      metadata: { ...payment.metadata, ...parameters.metadata() },
    };
    await savePayment(work, changed);
    return expanded(work, paymentView(changed, work.application), parameters);
  }),
  inAccount("POST", new RegExp(`^${own}\\/confirm$`), async ({ request, work, groups }) => {
    const parameters = readParameters(request.form, confirmation);
    const payment = await requirePayment(work, groups.id);
    if (!open.includes(payment.status)) throw unexpected(payment, "confirm");
    return answerPayment(work, await confirmAsAsked(work, payment, parameters), parameters);
  }),
  inAccount("POST", new RegExp(`^${own}\\/cancel$`), async ({ request, work, groups }) => {
    const parameters = readParameters(request.form, { cancellation_reason: "text", "expand[]": "text" });
    const payment = await requirePayment(work, groups.id);
    if (!open.includes(payment.status)) throw unexpected(payment, "cancel");
    const cancelled: PaymentDocument = { ...payment, status: "canceled", actionUrl: null };
    await savePayment(work, cancelled);
    await work.tell("payment_intent.canceled", paymentView(cancelled, work.application));
    return expanded(work, paymentView(cancelled, work.application), parameters);
  }),
];

/** A payment that its bank refused is an error, and there all the same. */
async function answerPayment(
  work: Work,
  payment: PaymentDocument,
  parameters: Parameters,
): Promise<SandboxReply> {
  const view = paymentView(payment, work.application);
  if (payment.failure === null) return expanded(work, view, parameters);
  const error = { ...failureView(payment.failure, payment.latestCharge), payment_intent: view };
  return { status: 402, json: { error } };
}

async function requirePayment({ store }: Work, id = ""): Promise<PaymentDocument> {
  const found = await store.get("payment_intent", id, paymentDocument);
  if (!found) throw missing("payment_intent", id, "intent");
  return found;
}

function unexpected({ status }: PaymentDocument, what: string) {
  const message = `You cannot ${what} this PaymentIntent because it has a status of ${status}.`;
  return badRequest(message, undefined, "payment_intent_unexpected_state");
}

/** The part of https://docs.stripe.com/search#search-query-language that looks for metadata. */
function readQuery(query: string): { field: string; value: string } {
  const [, field, value] = /^metadata\[["']([^"']+)["']\]:["']([^"']*)["']$/.exec(query) ?? [];
  if (field === undefined || value === undefined) {
    throw badRequest(`We were unable to parse your search query: ${query}`, "query");
  }
  return { field, value };
}
