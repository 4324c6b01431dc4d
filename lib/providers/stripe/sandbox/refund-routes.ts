import type { SandboxDesk, SandboxReply, SandboxRoute } from "../../sandbox-contract.ts";
import {
  type ChargeDocument,
  chargeDocument,
  feeDocument,
  newId,
  type RefundDocument,
  refundDocument,
  secondsOf,
} from "./documents.ts";
import { sendEvent } from "./events.ts";
import { pageOf } from "./list-page.ts";
import { type Parameters, readParameters } from "./parameters.ts";
import { inAccount } from "./platform-route.ts";
import { badRequest, missing } from "./refusal.ts";
import { chargeView, feeView, refundView } from "./views.ts";

/** https://docs.stripe.com/api/refunds */
export const refundRoutes: readonly SandboxRoute[] = [
  inAccount("POST", /^api\.stripe\.com\/v1\/refunds$/, async ({ request, desk }) =>
    refund(
      desk,
      readParameters(request.form, {
        amount: "integer",
        charge: "text",
        "expand[]": "text",
        "metadata[*]": "text",
        payment_intent: "text",
        reason: "text",
        refund_application_fee: "flag",
      }),
    ),
  ),
  inAccount("GET", /^api\.stripe\.com\/v1\/refunds$/, async ({ request, desk }) => {
    const parameters = readParameters(request.url.searchParams, {
      charge: "text",
      payment_intent: "text",
      limit: "integer",
      starting_after: "text",
    });
    const [charge, payment] = [parameters.text("charge"), parameters.text("payment_intent")];
    const all = (await desk.store.list("refund", refundDocument)).map(({ data }) => data).reverse();
    const wanted = all.filter(
      (one) => (charge ?? one.charge) === one.charge && (payment ?? one.payment) === one.payment,
    );
    const { items, hasMore } = pageOf(wanted, parameters, "refund");
    const json = { object: "list", url: "/v1/refunds", has_more: hasMore, data: items.map(refundView) };
    return { status: 200, json };
  }),
];

async function refund(desk: SandboxDesk, parameters: Parameters): Promise<SandboxReply> {
  const charge = await findCharge(desk, parameters);
  const amount = amountOf(charge, parameters);
  const reason = parameters.text("reason") ?? null;
  if (reason !== null && !["duplicate", "fraudulent", "requested_by_customer"].includes(reason)) {
    throw badRequest(
      "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer",
      "reason",
    );
  }
  const isFeeReturned = parameters.flag("refund_application_fee");
  if (isFeeReturned && charge.fee === null) {
    throw badRequest(`The charge ${charge.id} has no application fee to refund.`, "refund_application_fee");
  }
  const made: RefundDocument = {
    id: newId("re"),
    charge: charge.id,
    payment: charge.payment,
    amount,
    currency: charge.currency,
    reason,
    created: secondsOf(desk.now()),
    metadata: parameters.metadata(),
  };
  const refunded = { ...charge, amountRefunded: charge.amountRefunded + amount };
  await desk.store.put("refund", made.id, made);
  await desk.store.put("charge", charge.id, refunded);
  const messages = [sendEvent(desk, "charge.refunded", chargeView(refunded, desk.app.clientId))];
  if (isFeeReturned) messages.push(returnFee(desk, refunded));
  await Promise.all(messages);
  return { status: 200, json: refundView(made) };
}

async function findCharge({ store }: SandboxDesk, parameters: Parameters): Promise<ChargeDocument> {
  const id = parameters.text("charge");
  const payment = parameters.text("payment_intent");
  if (id === undefined && payment === undefined) {
    throw badRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const charges = await store.list("charge", chargeDocument);
  const found = charges.find(({ data }) => (id === undefined ? data.payment === payment : data.id === id));
  if (found) return found.data;
  throw id === undefined
    ? missing("payment_intent", payment ?? "", "payment_intent", 400)
    : missing("charge", id, "charge", 400);
}

function amountOf(charge: ChargeDocument, parameters: Parameters): number {
  const { id, status, isDisputed, amount, amountRefunded } = charge;
  if (status !== "succeeded")
    throw badRequest(`Charge ${id} has not succeeded, so it cannot be refunded.`, "charge");
  if (isDisputed)
    throw badRequest(
      `Charge ${id} has been charged back; cannot issue a refund.`,
      "charge",
      "charge_disputed",
    );
  const left = amount - amountRefunded;
  if (left === 0) {
    throw badRequest(`Charge ${id} has already been refunded.`, undefined, "charge_already_refunded");
  }
  const wanted = parameters.integer("amount") ?? left;
  if (wanted < 1) throw badRequest("Invalid positive integer", "amount", "parameter_invalid_integer");
  if (wanted > left) {
    throw badRequest(
      `Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`,
      "amount",
    );
  }
  return wanted;
}

/** As large a part of the fee as has been refunded of the charge. https://docs.stripe.com/connect/direct-charges#issue-refunds */
async function returnFee(desk: SandboxDesk, charge: ChargeDocument): Promise<string> {
  const fee = charge.fee === null ? null : await desk.store.get("application_fee", charge.fee, feeDocument);
  if (!fee) throw new Error(`The fee of ${charge.id} is not there.`);
  const amountRefunded = Math.round((fee.amount * charge.amountRefunded) / charge.amount);
  const returned = { ...fee, amountRefunded };
  await desk.store.put("application_fee", fee.id, returned);
  const view = feeView(returned, desk.account?.externalId ?? "", desk.app.clientId);
  return sendEvent(desk, "application_fee.refunded", view, "platform");
}
