import type { ProviderSandbox, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { accountRoutes } from "./account-routes.ts";
import { worldOf } from "./api-route.ts";
import { commands } from "./commands.ts";
import { orderRoutes } from "./order-routes.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { refuse } from "./replies.ts";
import { seedAccount } from "./seed.ts";
import { certificateIdOf, certificateRoute } from "./signer.ts";
import { tokenRoute } from "./token-route.ts";
import { webhookRoutes } from "./webhook-routes.ts";

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
