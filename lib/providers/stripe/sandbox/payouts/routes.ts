import type { SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { readCurrency } from "../amounts.ts";
import { badRequest, type KnownParameters, missing, readParameters } from "../answers.ts";
import { inAccount } from "../api.ts";
import { expanded } from "../expand.ts";
import { readBalance } from "../ledger/book.ts";
import { listing, listParameters, timeRange } from "../list-page.ts";
import { getStep } from "../money.ts";
import { cancelPayout } from "./advance.ts";
import { payOutByHand } from "./pay-out.ts";
import { findPayout, payoutDocument } from "./payout.ts";

const newPayout: KnownParameters = {
  amount: "integer",
  currency: "text",
  description: "text",
  "expand[]": "text",
  "metadata[*]": "text",
  method: "text",
};

/** https://docs.stripe.com/api/payouts */
export const payoutRoutes: readonly SandboxRoute[] = [
  inAccount("GET", /^api\.stripe\.com\/v1\/payouts$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, { ...listParameters, status: "text" });
    const status = parameters.text("status");
    return listing(work, parameters, {
      kind: "payout",
      schema: payoutDocument,
      url: "/v1/payouts",
      labels: status === undefined ? [] : [`status:${status}`],
      view: (payout) => payout,
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/payouts\/(?<id>\w+)$/, async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    const payout = await findPayout(work, groups.id ?? "");
    if (!payout) throw missing("payout", groups.id ?? "", "payout");
    return expanded(work, payout, parameters);
  }),
  inAccount("POST", /^api\.stripe\.com\/v1\/payouts$/, async ({ request, work }) => {
    const parameters = readParameters(request.form, newPayout);
    parameters.require("amount");
    const currency = readCurrency(parameters);
    const amount = parameters.integer("amount") ?? 0;
    if (amount < 1) throw badRequest("Invalid positive integer", "amount", "parameter_invalid_integer");
    if (amount % getStep(currency) !== 0) throw badRequest("Invalid amount for this currency.", "amount");
    const available = (await readBalance(work)).find((one) => one.by === currency)?.upTo ?? 0;
    if (amount > available) {
      const message = "You have insufficient funds in your Stripe account for this transfer.";
      throw badRequest(message, undefined, "balance_insufficient");
    }
    const description = parameters.text("description") ?? null;
    const made = { amount, currency, description, metadata: parameters.metadata() };
    return expanded(work, await payOutByHand(work, made), parameters);
  }),
  inAccount("POST", /^api\.stripe\.com\/v1\/payouts\/(?<id>\w+)\/cancel$/, async ({ work, groups }) => {
    const id = groups.id ?? "";
    if (!(await findPayout(work, id))) throw missing("payout", id, "payout");
    const cancelled = await cancelPayout(work, id);
    if (!cancelled)
      throw badRequest(
        "Payouts can only be canceled while they are pending.",
        undefined,
        "payout_not_cancelable",
      );
    return { status: 200, json: cancelled };
  }),
];
