import type { ProviderSandbox, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { badRequest, notFound, refuse } from "./answers.ts";
import { apiRoute, worldOf } from "./api.ts";
import { commands } from "./commands.ts";
import { merchantDocument } from "./documents.ts";
import { orderRoutes } from "./order-routes.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { seedAccount } from "./seed.ts";
import { certificateIdOf, certificateRoute } from "./signer.ts";
import { tokenRoute } from "./token-route.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** https://developer.paypal.com/docs/api/identity/v1/#userinfo_get */
export const accountRoutes = [
  apiRoute("GET", "/v1/identity/openidconnect/userinfo", async ({ store }, { url }) => {
    if (url.searchParams.get("schema") !== "openid") {
      return badRequest("INVALID_PARAMETER_VALUE", "The value of a field is invalid.", "schema");
    }
    const merchant = await store.get("merchant", "merchant", merchantDocument);
    if (!merchant) return notFound();
    const user_id = `https://www.paypal.com/webapps/auth/identity/user/${merchant.payerId}`;
    return {
      status: 200,
      json: {
        user_id,
        sub: user_id,
        name: merchant.name,
        payer_id: merchant.payerId,
        verified_account: true,
        email: merchant.email,
        email_verified: true,
      },
    };
  }),
];

/** PayPal's REST APIs, with real money and with PayPal's own test accounts. https://developer.paypal.com/api/rest/ */
export const sandbox = {
  hosts: ["api-m.paypal.com", "api-m.sandbox.paypal.com", "api.paypal.com", "api.sandbox.paypal.com"],
  newAccount: seedAccount,
  keys: ({ derive }) =>
    (["live", "sandbox"] as const).map((mode) => {
      const clientId = `A${derive(`client id ${mode}`)}`;
      const clientSecret = `E${derive(`client secret ${mode}`)}`;
      return {
        fields: { mode, clientId, clientSecret },
        token: keyOf(mode, clientId, clientSecret),
        scopes: [],
      };
    }),
  credentialOf: (request: SandboxRequest) => {
    const { headers, url } = request;
    const certificateId = certificateIdOf(url);
    if (certificateId) return certificateId;
    const [, scheme = "", shown = ""] = /^(Basic|Bearer) (\S+)$/i.exec(headers.authorization ?? "") ?? [];
    if (scheme.toLowerCase() === "bearer") return shown;
    const [clientId, clientSecret] = Buffer.from(shown, "base64").toString("utf8").split(":");
    return clientId && clientSecret ? keyOf(worldOf(request), clientId, clientSecret) : null;
  },
  routes: [
    tokenRoute,
    certificateRoute,
    ...accountRoutes,
    ...orderRoutes,
    ...paymentRoutes,
    ...webhookRoutes,
  ],
  refuse,
  commands,
} satisfies ProviderSandbox;

/** What a request shows of a pair of keys. */
function keyOf(mode: "live" | "sandbox", clientId: string, clientSecret: string): string {
  return `${mode} ${clientId} ${clientSecret}`;
}
