import type { SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { tokenRefusal } from "./answers.ts";
import { homeDataCentre } from "./documents.ts";

/** There are no scopes to ask for: whoever agrees gives the whole account. */
const everything = "account";

const [authorize, token] = oauthRoutes({
  authorize: /^login\.mailchimp\.com\/oauth2\/authorize$/,
  token: /^login\.mailchimp\.com\/oauth2\/token$/,
  scopeSeparator: " ",
  scopes: { [everything]: "Everything in your account: audiences, contacts, templates and campaigns" },
  pkce: "none",
  clientAuthentication: ["post"],
  accessToken: { prefix: "", expiresInSeconds: null },
  refreshToken: null,
  // https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/
  tokenReply: ({ accessToken }) => ({ access_token: accessToken, expires_in: 0, scope: null }),
  tokenRefusal,
});

/** Whatever `scope` the address has, Mailchimp does not look at it. */
function withEverything(request: SandboxRequest): SandboxRequest {
  const url = new URL(request.url);
  url.searchParams.set("scope", everything);
  return { ...request, url };
}

const metadata: SandboxRoute = {
  methods: ["GET"],
  match: /^login\.mailchimp\.com\/oauth2\/metadata$/,
  access: "api",
  handle: async (_request, { account }) => ({
    status: 200,
    json: {
      dc: homeDataCentre,
      role: "owner",
      accountname: account?.label ?? "",
      user_id: Number.parseInt(account?.externalId.slice(0, 7) ?? "0", 16),
      login: {
        email: "ana@example.com",
        avatar: null,
        login_id: 60_412_087,
        login_name: "ana",
        login_email: "ana@example.com",
      },
      login_url: "https://login.mailchimp.com",
      api_endpoint: `https://${homeDataCentre}.api.mailchimp.com`,
    },
  }),
};

export const loginRoutes: readonly SandboxRoute[] = [
  ...(authorize
    ? [
        {
          ...authorize,
          handle: (...[request, context, groups]: Parameters<SandboxRoute["handle"]>) =>
            authorize.handle(withEverything(request), context, groups),
        },
      ]
    : []),
  ...(token ? [token] : []),
  metadata,
];

/** A code where tokens are given out, an access token elsewhere; Mailchimp takes it under either name. */
export function readCredential({ url, headers, form }: SandboxRequest): string | null {
  if (url.host === "login.mailchimp.com" && url.pathname === "/oauth2/token") return form.get("code");
  return /^(?:OAuth|Bearer) (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}
