import type { Scope } from "../contract/auth.ts";

/**
 * Stripe grants a platform all or nothing: `read_only` is for other kinds of apps, and an account that Stripe opened for
 * us comes with the same rights. So no action can lack a scope of its own, and none names one.
 * https://docs.stripe.com/connect/oauth-reference
 */
export const scopes = [
  {
    id: "read_write",
    title: "Take payments and refund them in your Stripe account",
    reason:
      "Guests pay into your own account. Patchbay charges, refunds, and reads whether Stripe still needs something from you. Your money goes to you, less the platform's fee of each payment.",
  },
] as const satisfies readonly Scope[];
