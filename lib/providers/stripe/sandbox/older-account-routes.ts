import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { capabilityView, olderAccountView } from "./account-view.ts";
import { platformCurrency } from "./ledger/book.ts";
import { inAccount, inAccountOrOnPlatform } from "./platform-route.ts";
import { missing } from "./refusal.ts";
import type { Work } from "./work.ts";

/** The account in API v1: https://docs.stripe.com/api/accounts, https://docs.stripe.com/api/capabilities */
export const olderAccountRoutes: readonly SandboxRoute[] = [
  inAccount("GET", /^api\.stripe\.com\/v1\/accounts\/acct_\w+$/, async ({ work }) => ({
    status: 200,
    json: olderAccountView(named(work)),
  })),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/account$/, {
    inAccount: async ({ work }) => ({ status: 200, json: olderAccountView(named(work)) }),
    // The platform is an account as well; nothing of it is asked for but who it is.
    onPlatform: async ({ desk }) => ({
      status: 200,
      json: {
        id: `acct_${desk.app.clientId.replaceAll(/\W|_/g, "")}`,
        object: "account",
        default_currency: platformCurrency,
        livemode: false,
      },
    }),
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/accounts\/acct_\w+\/capabilities$/, async ({ work }) => {
    const url = `/v1/accounts/${work.accountId}/capabilities`;
    return {
      status: 200,
      json: { object: "list", url, has_more: false, data: [capabilityView(named(work))] },
    };
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/accounts\/acct_\w+\/capabilities\/(?<id>\w+)$/, async (given) => {
    const { work, groups } = given;
    if (groups.id !== "card_payments") throw missing("capability", groups.id ?? "", "capability");
    return { status: 200, json: capabilityView(named(work)) };
  }),
];

function named({ accountId, document }: Work) {
  return { id: accountId, document };
}
