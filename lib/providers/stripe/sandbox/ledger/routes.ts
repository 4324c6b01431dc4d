import type { SandboxReply, SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { secondsOf } from "../clock.ts";
import { expanded } from "../expand.ts";
import { expandPlatformSources } from "../fees/expand-sources.ts";
import { listEverywhere, listing, listParameters, timeRange } from "../list-page.ts";
import { type KnownParameters, type Parameters, readParameters } from "../parameters.ts";
import { inAccountOrOnPlatform } from "../platform-route.ts";
import { missing } from "../refusal.ts";
import { balanceOf, balanceView } from "./balance.ts";
import { platformCurrency } from "./book.ts";
import { transactionDocument, transactionView } from "./transaction.ts";

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
      return { status: 200, json: balanceView(await balanceOf(work), [currency, ...(terms?.settles ?? [])]) };
    },
    onPlatform: async ({ desk }) => {
      const at = secondsOf(desk.now());
      const sums = { of: "net", by: "currency", from: "available_on", at };
      const found = await desk.everywhere.sums("platform_transaction", sums);
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
    onPlatform: async ({ request, desk }) => {
      const parameters = readParameters(request.url.searchParams, known);
      const reply = await listEverywhere(desk, parameters, {
        kind: "platform_transaction",
        schema: transactionDocument,
        url,
        labels: labelsAskedFor(parameters),
        view: ({ data }) => transactionView(data, secondsOf(desk.now())),
        ...timeRange(parameters),
      });
      return expandPlatformSources(desk, reply, parameters);
    },
  }),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/balance_transactions\/(?<id>\w+)$/, {
    inAccount: async ({ request, work, groups }): Promise<SandboxReply> => {
      const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
      const found = await work.store.get("balance_transaction", groups.id ?? "", transactionDocument);
      if (!found) throw missing("balance transaction", groups.id ?? "", "id");
      return expanded(work, transactionView(found, work.seconds), parameters);
    },
    onPlatform: async ({ desk, groups }): Promise<SandboxReply> => {
      const labels = [groups.id ?? ""];
      const { items } = await desk.everywhere.page("platform_transaction", transactionDocument, {
        limit: 1,
        labels,
      });
      const [found] = items;
      if (!found) throw missing("balance transaction", groups.id ?? "", "id");
      return { status: 200, json: transactionView(found.data, secondsOf(desk.now())) };
    },
  }),
];

function labelsAskedFor(parameters: Parameters): string[] {
  return ["currency", "payout", "source", "type"].flatMap((name) => {
    const value = parameters.text(name);
    return value === undefined ? [] : [`${name}:${value}`];
  });
}
