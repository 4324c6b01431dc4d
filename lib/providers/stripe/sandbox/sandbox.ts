import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { accountLinkRoutes } from "./account-link-routes.ts";
import { accountRoutes } from "./account-routes.ts";
import { authorizationRoutes } from "./authorization.ts";
import { chargeRoutes } from "./charge-routes.ts";
import { pageRoutes } from "./checkout/pages.ts";
import { checkoutRoutes } from "./checkout/routes.ts";
import { commands } from "./commands.ts";
import { credentialOf } from "./credential-of.ts";
import { customerRoutes } from "./customers/routes.ts";
import { disputeRoutes } from "./disputes/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { feeRoutes } from "./fees/routes.ts";
import { fillIn } from "./fill-in.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { olderAccountRoutes } from "./older-account-routes.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { payoutRoutes } from "./payouts/routes.ts";
import { refundRoutes } from "./refunds/routes.ts";
import { refuse } from "./refusal.ts";
import { newAccount } from "./seed.ts";

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
