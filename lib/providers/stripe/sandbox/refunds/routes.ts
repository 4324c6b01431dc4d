import type { SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { requireStep } from "../amounts.ts";
import { badRequest, type KnownParameters, missing, type Parameters, readParameters } from "../answers.ts";
import { inAccount } from "../api.ts";
import { disputeDocument } from "../disputes/dispute.ts";
import { type ChargeDocument, chargeDocument, refundDocument } from "../documents.ts";
import { expanded } from "../expand.ts";
import { listing, listParameters, timeRange } from "../list-page.ts";
import { refundView } from "../views.ts";
import type { Work } from "../work.ts";
import { endRefund } from "./end-refund.ts";
import { refund } from "./refund.ts";

const newRefund: KnownParameters = {
  amount: "integer",
  charge: "text",
  "expand[]": "text",
  "metadata[*]": "text",
  payment_intent: "text",
  reason: "text",
  refund_application_fee: "flag",
};
const listed: KnownParameters = { ...listParameters, charge: "text", payment_intent: "text" };
const reasons = ["duplicate", "fraudulent", "requested_by_customer"];

/** https://docs.stripe.com/api/refunds */
export const refundRoutes: readonly SandboxRoute[] = [
  inAccount("POST", /^api\.stripe\.com\/v1\/refunds$/, async ({ request, work }) => {
    const parameters = readParameters(request.form, newRefund);
    const charge = await findCharge(work, parameters);
    const amount = await readAmount(work, charge, parameters);
    const reason = parameters.text("reason") ?? null;
    if (reason !== null && !reasons.includes(reason)) {
      const known = "duplicate, fraudulent, or requested_by_customer";
      throw badRequest(`Invalid reason: must be one of ${known}`, "reason");
    }
    const isFeeReturned = parameters.flag("refund_application_fee");
    if (isFeeReturned && charge.fee === null) {
      const message = `The charge ${charge.id} has no application fee to refund.`;
      throw badRequest(message, "refund_application_fee");
    }
    const metadata = parameters.metadata();
    const made = await refund(work, charge, { amount, reason, metadata, isFeeReturned });
    return expanded(work, refundView(made), parameters);
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/refunds$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, listed);
    return listing(work, parameters, {
      kind: "refund",
      schema: refundDocument,
      url: "/v1/refunds",
      labels: ["charge", "payment_intent"].flatMap((name) => {
        const value = parameters.text(name);
        return value === undefined ? [] : [`${name}:${value}`];
      }),
      view: refundView,
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/refunds\/(?<id>\w+)$/, async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    const found = await work.store.get("refund", groups.id ?? "", refundDocument);
    if (!found) throw missing("refund", groups.id ?? "", "id");
    return expanded(work, refundView(found), parameters);
  }),
  inAccount("POST", /^api\.stripe\.com\/v1\/refunds\/(?<id>\w+)\/cancel$/, async ({ work, groups }) => {
    const id = groups.id ?? "";
    const found = await work.store.get("refund", id, refundDocument);
    if (!found) throw missing("refund", id, "id");
    const cancelled = found.status === "pending" ? await endRefund(work, id, "canceled") : null;
    if (!cancelled) throw badRequest("Only refunds that are pending can be canceled.");
    return { status: 200, json: refundView(cancelled) };
  }),
];

async function findCharge({ store }: Work, parameters: Parameters): Promise<ChargeDocument> {
  const id = parameters.text("charge");
  const payment = parameters.text("payment_intent");
  if (id !== undefined) {
    const charge = await store.get("charge", id, chargeDocument);
    if (!charge) throw missing("charge", id, "charge", 400);
    return charge;
  }
  if (payment === undefined) {
    throw badRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const query = { limit: 1, labels: [`payment_intent:${payment}`] };
  const [latest] = (await store.page("charge", chargeDocument, query)).items;
  if (!latest) throw missing("payment_intent", payment, "payment_intent", 400);
  return latest.data;
}

async function readAmount(work: Work, charge: ChargeDocument, parameters: Parameters): Promise<number> {
  const { id, status, amount, amountRefunded, currency } = charge;
  if (status !== "succeeded")
    throw badRequest(`Charge ${id} has not succeeded, so it cannot be refunded.`, "charge");
  if (charge.isDisputed && !(await isRefundable(work, id)))
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
  return requireStep(wanted, currency, "amount");
}

/** While a bank only asks about a charge, and after a dispute was won, it can be refunded. */
async function isRefundable({ store }: Work, charge: string): Promise<boolean> {
  const { items } = await store.page("dispute", disputeDocument, {
    limit: 100,
    labels: [`charge:${charge}`],
  });
  return items.every(({ data }) => data.is_charge_refundable || data.status === "won");
}
