import { z } from "zod";
import type {
  SandboxAccount,
  SandboxContext,
  SandboxReply,
  SandboxRoute,
} from "../../../sandbox-kit/contract.ts";
import { findAccountDocument, toSeconds } from "../account-document.ts";
import { badRequest, type KnownParameters, missing, type Parameters, readParameters } from "../answers.ts";
import { changeIn, onPlatform } from "../api.ts";
import { type FeeDocument, feeDocument } from "../documents.ts";
import { transactionDocument, transactionView } from "../ledger/transaction.ts";
import { listEverywhere, listParameters, timeRange } from "../list-page.ts";
import { getStep } from "../money.ts";
import { feeView } from "../views.ts";
import { feeRefundDocument, feeRefundView, findFee, giveFeeBack } from "./fee-refund.ts";

const holder = z.looseObject({ balance_transaction: z.string().nullable() });

const feeList = z.looseObject({ data: z.array(holder) });

const path = "api\\.stripe\\.com\\/v1\\/application_fees";
const listed: KnownParameters = { ...listParameters, charge: "text" };

/** The platform's own, over all accounts: https://docs.stripe.com/api/application_fees */
export const feeRoutes: readonly SandboxRoute[] = [
  onPlatform("GET", new RegExp(`^${path}$`), async ({ request, context }) => {
    const parameters = readParameters(request.url.searchParams, listed);
    const charge = parameters.text("charge");
    const reply = await listEverywhere(context, parameters, {
      kind: "application_fee",
      schema: feeDocument,
      url: "/v1/application_fees",
      labels: charge === undefined ? [] : [`charge:${charge}`],
      view: ({ data, account }) => feeView(data, account.externalId, context.app.clientId),
      ...timeRange(parameters),
    });
    return expandPlatformTransactions(context, reply, parameters);
  }),
  onPlatform("GET", new RegExp(`^${path}/(?<id>\\w+)$`), async ({ request, context, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    const { fee, account } = await requireFee(context, groups.id ?? "");
    const json = feeView(fee, account.externalId, context.app.clientId);
    return expandPlatformTransactions(context, { status: 200, json }, parameters);
  }),
  onPlatform("GET", new RegExp(`^${path}/(?<id>\\w+)/refunds$`), async ({ request, context, groups }) => {
    const { fee } = await requireFee(context, groups.id ?? "");
    const parameters = readParameters(request.url.searchParams, listParameters);
    const reply = await listEverywhere(context, parameters, {
      kind: "fee_refund",
      schema: feeRefundDocument,
      url: `/v1/application_fees/${fee.id}/refunds`,
      labels: [`fee:${fee.id}`],
      view: ({ data }) => feeRefundView(data),
    });
    return expandPlatformTransactions(context, reply, parameters);
  }),
  onPlatform(
    "GET",
    new RegExp(`^${path}/(?<id>\\w+)/refunds/(?<refund>\\w+)$`),
    async ({ context, groups }) => {
      const labels = [groups.refund ?? "", `fee:${groups.id}`];
      const { items } = await context.everywhere.page("fee_refund", feeRefundDocument, { limit: 1, labels });
      const [found] = items;
      if (!found) throw missing("application fee refund", groups.refund ?? "", "id");
      return { status: 200, json: feeRefundView(found.data) };
    },
  ),
  onPlatform("POST", new RegExp(`^${path}/(?<id>\\w+)/refunds$`), async (args) => {
    const { request, context, groups } = args;
    const parameters = readParameters(request.form, {
      amount: "integer",
      "expand[]": "text",
      "metadata[*]": "text",
    });
    const { account } = await requireFee(context, groups.id ?? "");
    const side = context.enter(account);
    await findAccountDocument(side.store);
    return changeIn(side, args, async ({ work }) => {
      const fee = await findFee(work, groups.id ?? "");
      if (!fee) throw missing("application fee", groups.id ?? "", "id");
      const amount = readAmount(fee, parameters);
      const refund = await giveFeeBack(work, fee, { amount, metadata: parameters.metadata() });
      return { status: 200, json: feeRefundView(refund) };
    });
  }),
];

async function requireFee(
  { everywhere }: Pick<SandboxContext, "everywhere">,
  id: string,
): Promise<{ fee: FeeDocument; account: SandboxAccount }> {
  const { items } = await everywhere.page("application_fee", feeDocument, { limit: 1, labels: [id] });
  const [found] = items;
  if (!found) throw missing("application fee", id, "id");
  return { fee: found.data, account: found.account };
}

function readAmount(fee: FeeDocument, parameters: Parameters): number {
  const left = fee.amount - fee.amountRefunded;
  if (left === 0) throw badRequest(`Application fee ${fee.id} has already been refunded.`);
  const amount = parameters.integer("amount") ?? left;
  if (amount < 1) throw badRequest("Invalid positive integer", "amount", "parameter_invalid_integer");
  if (amount > left) {
    throw badRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on fee (${left})`,
      "amount",
    );
  }
  if (amount % getStep(fee.currency) !== 0) throw badRequest("Invalid amount for this currency.", "amount");
  return amount;
}

/** Of the platform's own objects, only their transactions can be expanded here. */
async function expandPlatformTransactions(
  context: Pick<SandboxContext, "everywhere" | "now">,
  reply: SandboxReply,
  parameters: Parameters,
): Promise<SandboxReply> {
  const paths = parameters.all("expand[]");
  if (paths.length === 0) return reply;
  const list = feeList.safeParse(reply.json).data;
  for (const path of paths) {
    if (path !== (list ? "data.balance_transaction" : "balance_transaction")) {
      throw badRequest(`This property cannot be expanded (${path}).`, "expand");
    }
  }
  const expandOne = async (one: z.infer<typeof holder>) => {
    const labels = [one.balance_transaction ?? ""];
    const { items } = await context.everywhere.page("platform_transaction", transactionDocument, {
      limit: 1,
      labels,
    });
    const [found] = items;
    if (!found) return one;
    return { ...one, balance_transaction: transactionView(found.data, toSeconds(context.now())) };
  };
  const json = list
    ? { ...list, data: await Promise.all(list.data.map(expandOne)) }
    : await expandOne(holder.parse(reply.json));
  return { ...reply, json };
}
