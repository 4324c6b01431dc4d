import { z } from "zod";
import type { SandboxContext, SandboxReply, SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { toSeconds } from "../account-document.ts";
import { badRequest, type KnownParameters, missing, type Parameters, readParameters } from "../answers.ts";
import { inAccountOrOnPlatform } from "../api.ts";
import { feeDocument } from "../documents.ts";
import { expanded } from "../expand.ts";
import { feeRefundDocument, feeRefundView } from "../fees/fee-refund.ts";
import { listEverywhere, listing, listParameters, timeRange } from "../list-page.ts";
import { feeView } from "../views.ts";
import { balanceView, platformCurrency, readBalance } from "./book.ts";
import { transactionDocument, transactionView } from "./transaction.ts";

const listed = z.looseObject({ data: z.array(z.looseObject({ source: z.string().nullable() })) });

const known: KnownParameters = {
  ...listParameters,
  currency: "text",
  payout: "text",
  source: "text",
  type: "text",
};
const url = "/v1/balance_transactions";

/** https://docs.stripe.com/api/balance, https://docs.stripe.com/api/balance_transactions */
export const ledgerRoutes: readonly SandboxRoute[] = [
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/balance$/, {
    inAccount: async ({ work }) => {
      const { currency, terms } = work.document;
      return {
        status: 200,
        json: balanceView(await readBalance(work), [currency, ...(terms?.settles ?? [])]),
      };
    },
    onPlatform: async ({ context }) => {
      const at = toSeconds(context.now());
      const sums = { of: "net", by: "currency", from: "available_on", at };
      const found = await context.everywhere.sums("platform_transaction", sums);
      return { status: 200, json: balanceView(found, [platformCurrency]) };
    },
  }),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/balance_transactions$/, {
    inAccount: async ({ request, work }) => {
      const parameters = readParameters(request.url.searchParams, known);
      return listing(work, parameters, {
        kind: "balance_transaction",
        schema: transactionDocument,
        url,
        labels: labelsAskedFor(parameters),
        view: (transaction) => transactionView(transaction, work.seconds),
        ...timeRange(parameters),
      });
    },
    onPlatform: async ({ request, context }) => {
      const parameters = readParameters(request.url.searchParams, known);
      const reply = await listEverywhere(context, parameters, {
        kind: "platform_transaction",
        schema: transactionDocument,
        url,
        labels: labelsAskedFor(parameters),
        view: ({ data }) => transactionView(data, toSeconds(context.now())),
        ...timeRange(parameters),
      });
      return expandPlatformSources(context, reply, parameters);
    },
  }),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/balance_transactions\/(?<id>\w+)$/, {
    inAccount: async ({ request, work, groups }): Promise<SandboxReply> => {
      const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
      const found = await work.store.get("balance_transaction", groups.id ?? "", transactionDocument);
      if (!found) throw missing("balance transaction", groups.id ?? "", "id");
      return expanded(work, transactionView(found, work.seconds), parameters);
    },
    onPlatform: async ({ context, groups }): Promise<SandboxReply> => {
      const labels = [groups.id ?? ""];
      const { items } = await context.everywhere.page("platform_transaction", transactionDocument, {
        limit: 1,
        labels,
      });
      const [found] = items;
      if (!found) throw missing("balance transaction", groups.id ?? "", "id");
      return { status: 200, json: transactionView(found.data, toSeconds(context.now())) };
    },
  }),
];

function labelsAskedFor(parameters: Parameters): string[] {
  return ["currency", "payout", "source", "type"].flatMap((name) => {
    const value = parameters.text(name);
    return value === undefined ? [] : [`${name}:${value}`];
  });
}

/** Of the platform's movements, what they come of: fees of all accounts, and what went back of them. */
async function expandPlatformSources(
  context: Pick<SandboxContext, "everywhere" | "app">,
  reply: SandboxReply,
  parameters: Parameters,
): Promise<SandboxReply> {
  const paths = parameters.all("expand[]");
  if (paths.length === 0) return reply;
  for (const path of paths) {
    if (path !== "data.source") throw badRequest(`This property cannot be expanded (${path}).`, "expand");
  }
  const list = listed.parse(reply.json);
  const data = await Promise.all(
    list.data.map(async (one) => ({ ...one, source: (await find(context, one.source)) ?? one.source })),
  );
  return { ...reply, json: { ...list, data } };
}

async function find(context: Pick<SandboxContext, "everywhere" | "app">, id: string | null) {
  if (id === null) return null;
  const query = { limit: 1, labels: [id] };
  if (id.startsWith("fr_")) {
    const [found] = (await context.everywhere.page("fee_refund", feeRefundDocument, query)).items;
    return found ? feeRefundView(found.data) : null;
  }
  const [found] = (await context.everywhere.page("application_fee", feeDocument, query)).items;
  return found ? feeView(found.data, found.account.externalId, context.app.clientId) : null;
}
