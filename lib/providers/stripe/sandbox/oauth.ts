import { isSameText } from "#lib/same-text.ts";
import type {
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { findAccountDocument, saveAccountDocument } from "./account-document.ts";
import { badRequest, noKey, Refusal, wrongKey } from "./answers.ts";

/** Of the API, by its day: the first of the next major one, which came after the one that Patchbay speaks. */
const endive = "2026-09-30";

const [authorize, token] = oauthRoutes({
  authorize: /^connect\.stripe\.com\/oauth\/authorize$/,
  token: /^connect\.stripe\.com\/oauth\/token$/,
  scopeSeparator: " ",
  scopes: {
    read_write: "Take payments, refund them, and see your payments, balance and payouts",
    read_only: "See your payments, balance and payouts",
  },
  pkce: "none",
  clientAuthentication: ["post", "basic"],
  doesWithout: ["redirect_uri"],
  accessToken: { prefix: "sk_test_", expiresInSeconds: null },
  refreshToken: { prefix: "rt_", expiresInSeconds: null, rotation: "reusable" },
  tokenReply: ({ accessToken, refreshToken, grant }) => ({
    access_token: accessToken,
    livemode: false,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    token_type: "bearer",
    stripe_publishable_key: `pk_test_${grant.account.externalId.slice(5)}`,
    stripe_user_id: grant.account.externalId,
    scope: grant.scopes.join(" "),
  }),
  tokenRefusal: (error, description) =>
    oauthRefusal(error === "invalid_client" ? 401 : 400, error, description),
});

/** https://docs.stripe.com/connect/oauth-reference */
export const authorizationRoutes: readonly SandboxRoute[] = [
  ...(authorize ? [authorize] : []),
  ...(token ? [lettingIn(token)] : []),
  {
    methods: ["POST"],
    match: /^connect\.stripe\.com\/oauth\/deauthorize$/,
    access: "token",
    handle: deauthorize,
  },
];

/** The platform may enter the account from now on. */
function lettingIn(route: SandboxRoute): SandboxRoute {
  return {
    ...route,
    handle: async (request, context, groups) => {
      const reply = await route.handle(request, context, groups);
      if (reply.status !== 200) return reply;
      const document = await findAccountDocument(context.store);
      await saveAccountDocument(context.store, { ...document, authorization: "given" });
      return reply;
    },
  };
}

async function deauthorize(...[request, context]: Parameters<SandboxRoute["handle"]>): Promise<SandboxReply> {
  try {
    requirePlatformKey(request, context);
  } catch (error) {
    if (error instanceof Refusal) return oauthRefusal(401, "invalid_client", error.message);
    throw error;
  }
  const id = request.form.get("stripe_user_id") ?? "";
  if (request.form.get("client_id") !== context.app.clientId) {
    return oauthRefusal(401, "invalid_client", "No application matches the supplied client identifier.");
  }
  const document = context.account ? await findAccountDocument(context.store) : null;
  if (document?.authorization !== "given") {
    const description = `This application is not connected to stripe account ${id}, or that account does not exist.`;
    return oauthRefusal(401, "invalid_client", description);
  }
  await saveAccountDocument(context.store, { ...document, authorization: "taken_back" });
  return { status: 200, json: { stripe_user_id: id } };
}

function oauthRefusal(status: number, error: string, description: string): SandboxReply {
  return { status, json: { error, error_description: description } };
}

/** @throws Refusal unless the request shows the platform's own key (https://docs.stripe.com/api/authentication) */
export function requirePlatformKey({ headers }: SandboxRequest, { app }: SandboxContext): string {
  const key = keyIn(headers.authorization ?? "");
  if (key === null) throw noKey();
  if (!isSameText(key, app.clientSecret)) throw wrongKey(key);
  return key;
}

/** @throws Refusal for a version of the API that there is not */
export function requireVersion({ headers, url }: SandboxRequest): { isBeforeEndive: boolean } {
  const version = headers["stripe-version"];
  if (version === undefined && url.pathname.startsWith("/v2/")) {
    throw badRequest("Missing required header: Stripe-Version.");
  }
  const day = /^(\d{4}-\d{2}-\d{2})(\.[a-z]+)?$/.exec(version ?? "2026-07-29.dahlia")?.[1];
  if (day === undefined) throw badRequest(`Invalid Stripe API version: ${version}`);
  return { isBeforeEndive: day < endive };
}

/** As a bearer token, or as the user name of Basic authentication. */
function keyIn(authorization: string): string | null {
  const [, way, text] = /^(Bearer|Basic) (\S+)$/i.exec(authorization) ?? [];
  if (!way || !text) return null;
  if (way.toLowerCase() === "bearer") return text;
  return Buffer.from(text, "base64").toString("utf8").replace(/:$/, "");
}
