import { z } from "zod";
import type { OAuth2Auth, Scope } from "../contract/auth.ts";
import { onboarding } from "./onboarding.ts";

/**
 * Stripe grants a platform all or nothing: `read_only` is for other kinds of apps, and an account that Stripe opened for
 * us comes with the same rights. So no action can lack a scope of its own, and none names one.
 * https://docs.stripe.com/connect/oauth-reference
 */
const scopes = [
  {
    id: "read_write",
    title: "Take payments and refund them in your Stripe account",
    reason:
      "Guests pay into your own account. Patchbay charges, refunds, and reads whether Stripe still needs something from you. Your money goes to you, less the platform's fee of each payment.",
  },
] as const satisfies readonly Scope[];

const tokenAnswer = z.looseObject({ stripe_user_id: z.string().startsWith("acct_") });

/**
 * An account that the merchant has already: https://docs.stripe.com/connect/oauth-reference. What it brings is the
 * account's id; requests are made with the platform's own key, as Stripe advises. The client secret is that key.
 */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({}),
  endpoints: () => ({
    authorize: "https://connect.stripe.com/oauth/authorize",
    token: "https://connect.stripe.com/oauth/token",
  }),
  scopes,
  scopeSeparator: " ",
  hasPkce: false,
  clientAuthentication: "post",
  // Whoever comes this way has an account; without it, Stripe shows the form for a new one.
  authorizeParameters: { stripe_landing: "login" },
  refresh: "none",
  readTokenAnswer: withoutUnusedSecrets,
  readSettings: (answer) => ({ accountId: tokenAnswer.parse(answer).stripe_user_id }),
  onboarding,
  revoke: ({ settings, app }) => ({
    method: "POST",
    url: "https://connect.stripe.com/oauth/deauthorize",
    headers: { authorization: `Bearer ${app.clientSecret}` },
    form: { client_id: app.clientId, stripe_user_id: settings.accountId ?? "" },
  }),
} satisfies OAuth2Auth;

/** The access token does not end, so the refresh token would only lie about. */
function withoutUnusedSecrets(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== "refresh_token"));
}
