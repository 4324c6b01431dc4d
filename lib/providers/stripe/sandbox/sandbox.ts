import type { ProviderSandbox, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { accountLinkRoutes } from "./account-link-routes.ts";
import { accountRoutes, olderAccountRoutes } from "./account-routes.ts";
import { refuse } from "./answers.ts";
import { chargeRoutes } from "./charge-routes.ts";
import { pageRoutes } from "./checkout/pages.ts";
import { checkoutRoutes } from "./checkout/routes.ts";
import { commands } from "./commands.ts";
import { customerRoutes } from "./customers/routes.ts";
import { disputeRoutes } from "./disputes/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { feeRoutes } from "./fees/routes.ts";
import { fillIn } from "./fill-in.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { authorizationRoutes } from "./oauth.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { payoutRoutes } from "./payouts/routes.ts";
import { refundRoutes } from "./refunds/routes.ts";
import { newAccount } from "./seed.ts";

const accountPath = /^\/v[12]\/(?:core\/)?accounts\/(acct_\w+)/;

const guestPath = /^\/c\/(?:pay|authenticate)\/(acct_\w+)\//;

/** Stripe as its documentation describes it to a Connect platform: https://docs.stripe.com/api */
export const sandbox = {
  hosts: ["api.stripe.com", "connect.stripe.com", "checkout.stripe.com"],
  newAccount,
  // No secret: its name leads to an account, and each address asks for the platform's key besides.
  keys: ({ account }) => [
    { fields: { accountId: account.externalId }, token: account.externalId, scopes: ["read_write"] },
  ],
  credentialOf,
  routes: [
    ...authorizationRoutes,
    ...accountRoutes,
    ...accountLinkRoutes,
    ...olderAccountRoutes,
    ...paymentRoutes,
    ...chargeRoutes,
    ...refundRoutes,
    ...disputeRoutes,
    ...customerRoutes,
    ...checkoutRoutes,
    ...pageRoutes,
    ...ledgerRoutes,
    ...payoutRoutes,
    ...feeRoutes,
    ...eventRoutes,
  ],
  refuse,
  afterConsent: fillIn,
  commands,
} satisfies ProviderSandbox;

/**
 * Which account a request is about: the platform's key is the same in all of them, so it is the account's name that
 * leads to one. Whether the key is the platform's is looked at by each address.
 */
export function credentialOf({ url, headers, form, json }: SandboxRequest): string | null {
  if (url.host === "connect.stripe.com") {
    return form.get("code") ?? form.get("refresh_token") ?? form.get("stripe_user_id");
  }
  if (url.host === "checkout.stripe.com") return guestPath.exec(url.pathname)?.[1] ?? null;
  const named = headers["stripe-account"] ?? headers["stripe-context"];
  return named ?? accountPath.exec(url.pathname)?.[1] ?? linkedAccount(json);
}

function linkedAccount(json: unknown): string | null {
  const isNamed = typeof json === "object" && json !== null && "account" in json;
  return isNamed && typeof json.account === "string" ? json.account : null;
}
