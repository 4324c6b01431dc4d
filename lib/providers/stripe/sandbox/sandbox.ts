import type { ProviderSandbox } from "../../sandbox-contract.ts";
import { accountLinkRoutes } from "./account-link-routes.ts";
import { accountRoutes } from "./account-routes.ts";
import { authorizationRoutes } from "./authorization.ts";
import { chargeRoutes } from "./charge-routes.ts";
import { commands } from "./commands.ts";
import { credentialOf } from "./credential-of.ts";
import { fillIn } from "./fill-in.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { refundRoutes } from "./refund-routes.ts";
import { refuse } from "./refusal.ts";
import { newAccount } from "./seed.ts";

/** Stripe as its documentation describes it to a Connect platform: https://docs.stripe.com/api */
export const sandbox = {
  hosts: ["api.stripe.com", "connect.stripe.com"],
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
    ...paymentRoutes,
    ...chargeRoutes,
    ...refundRoutes,
  ],
  refuse,
  afterConsent: fillIn,
  commands,
} satisfies ProviderSandbox;
