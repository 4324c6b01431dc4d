import { randomBytes } from "node:crypto";
import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { invalidClient } from "./answers.ts";
import { worldOf } from "./api.ts";

const lifeSeconds = 32_400;
const scope = [
  "https://uri.paypal.com/services/payments/payment/authcapture",
  "https://uri.paypal.com/services/payments/refund",
  "https://uri.paypal.com/services/disputes/read-seller",
  "https://uri.paypal.com/services/applications/webhooks",
  "openid",
].join(" ");

/** https://developer.paypal.com/api/rest/authentication/ */
export const tokenRoute: SandboxRoute = {
  methods: ["POST"],
  match: /^api(?:-m)?(?:\.sandbox)?\.paypal\.com\/v1\/oauth2\/token$/,
  access: "token",
  async handle(request, desk) {
    const { credential } = desk;
    if (credential?.kind !== "key" || credential.isRevoked) return invalidClient();
    const grantType = request.form.get("grant_type");
    if (grantType !== "client_credentials") {
      const error = grantType ? "unsupported_grant_type" : "invalid_request";
      return { status: 400, json: { error, error_description: "Grant Type is NULL or unsupported" } };
    }
    const token = `A21AA${randomBytes(48).toString("base64url")}`;
    const given = { kind: "access", token, expiresInSeconds: lifeSeconds } as const;
    await desk.issue(credential.grant, { ...given, data: { world: worldOf(request) } });
    const nonce = `${desk.now().toISOString().slice(0, 19)}Z${randomBytes(32).toString("base64url")}`;
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
