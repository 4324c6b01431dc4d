import { randomBytes } from "node:crypto";
import type { ProviderSandbox, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { badRequest, invalidClient, notFound, refuse } from "./answers.ts";
import { apiRoute, readEnvironment } from "./api.ts";
import { commands } from "./commands.ts";
import { merchantDocument } from "./documents.ts";
import { orderRoutes } from "./order-routes.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { seedAccount } from "./seed.ts";
import { certificateRoute, readCertificateId } from "./signer.ts";
import { webhookRoutes } from "./webhook-routes.ts";

const lifeSeconds = 32_400;

const scope = [
  "https://uri.paypal.com/services/payments/payment/authcapture",
  "https://uri.paypal.com/services/payments/refund",
  "https://uri.paypal.com/services/disputes/read-seller",
  "https://uri.paypal.com/services/applications/webhooks",
  "openid",
].join(" ");

/** https://developer.paypal.com/api/rest/authentication/ */
const tokenRoute: SandboxRoute = {
  methods: ["POST"],
  match: /^api(?:-m)?(?:\.sandbox)?\.paypal\.com\/v1\/oauth2\/token$/,
  access: "token",
  async handle(request, context) {
    const { credential } = context;
    if (credential?.kind !== "key" || credential.isRevoked) return invalidClient();
    const grantType = request.form.get("grant_type");
    if (grantType !== "client_credentials") {
      const error = grantType ? "unsupported_grant_type" : "invalid_request";
      return { status: 400, json: { error, error_description: "Grant Type is NULL or unsupported" } };
    }
    const token = `A21AA${randomBytes(48).toString("base64url")}`;
    const access = { kind: "access", token, expiresInSeconds: lifeSeconds } as const;
    await context.issue(credential.grant, { ...access, data: { world: readEnvironment(request) } });
    const nonce = `${context.now().toISOString().slice(0, 19)}Z${randomBytes(32).toString("base64url")}`;
    return {
      status: 200,
      json: {
        scope,
        access_token: token,
        token_type: "Bearer",
        app_id: "APP-80W284485P519543T",
        expires_in: lifeSeconds,
        nonce,
      },
    };
  },
};

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
        token: toKey(mode, clientId, clientSecret),
        scopes: [],
      };
    }),
  readCredential: (request: SandboxRequest) => {
    const { headers, url } = request;
    const certificateId = readCertificateId(url);
    if (certificateId) return certificateId;
    const [, scheme = "", shown = ""] = /^(Basic|Bearer) (\S+)$/i.exec(headers.authorization ?? "") ?? [];
    if (scheme.toLowerCase() === "bearer") return shown;
    const [clientId, clientSecret] = Buffer.from(shown, "base64").toString("utf8").split(":");
    return clientId && clientSecret ? toKey(readEnvironment(request), clientId, clientSecret) : null;
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
function toKey(mode: "live" | "sandbox", clientId: string, clientSecret: string): string {
  return `${mode} ${clientId} ${clientSecret}`;
}
