import { createHmac } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { OutboundReply } from "#lib/http/send.ts";
import { providerClient } from "#lib/integrations/calls/provider-client.ts";
import type { OAuth2Auth } from "#lib/providers/contract/auth.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { createOAuthClient } from "./oauth-client.ts";

const providers = await loadProviders();

const app = { clientId: "id", clientSecret: "secret", signingSecret: "signing" };
const timing = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 1, totalMs: 1 };

afterEach(() => {
  vi.useRealTimers();
  globalThis.patchbayProviderClients = undefined;
});

/** What each provider's answer has besides the token. */
const ownFields: Readonly<Record<string, () => Record<string, unknown>>> = {
  slack: () => ({ ok: true, token_type: "bot", scope: "chat:write,channels:read", team: { id: "T1" } }),
  stripe: () => ({ token_type: "bearer", stripe_user_id: "acct_1", scope: "read_write" }),
  salesforce: () => {
    const id = "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA";
    const signature = createHmac("sha256", app.clientSecret).update(`${id}1700000000000`).digest("base64");
    const instance_url = "https://ana.my.salesforce.com";
    return { token_type: "Bearer", instance_url, id, issued_at: "1700000000000", signature, scope: "api" };
  },
};

/** Exchanges a code where the provider's token endpoint answers so. */
async function exchange(provider: Provider, auth: OAuth2Auth, body: string | Uint8Array, status = 200) {
  const sandbox = providerClient("sandbox");
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const reply: OutboundReply = {
    ok: true,
    statusCode: status,
    headers: { "content-type": "application/json" },
    body: "",
    bytes,
    isBodyCut: false,
    isBodyBroken: false,
    flaw: null,
    timing,
  };
  globalThis.patchbayProviderClients = { sandbox, live: { ...sandbox, send: async () => reply } };
  const settings = { shop: "ana.myshopify.com", host: "login.salesforce.com" };
  const client = createOAuthClient({ provider, auth, app, environment: "live", settings, requests: [] });
  return client.exchangeCode("code", "https://patchbay.example/back", "v".repeat(43));
}

const oddFields: readonly Record<string, unknown>[] = [
  ...["refresh_token_expires_in", "expires_in"].flatMap((name) =>
    [null, "15552000", "soon", "", -1, 0, 1e15, Number.MAX_VALUE, true, [], {}].map((value) => ({
      [name]: value,
    })),
  ),
  ...["", null, 7, [], {}].map((refresh_token) => ({ refresh_token })),
  ...[null, 7, {}, ["a", 1], "", "a,b c"].map((scope) => ({ scope })),
  ...[null, 7, "no", ["a", 1]].map((scopes) => ({ scopes })),
  ...[null, "", {}, "not.a.token"].map((id_token) => ({ id_token })),
  ...[null, "", 7].map((error) => ({ error })),
  ...[null, "", 7, "N_A", "mac", "Bearer ", "user"].map((token_type) => ({ token_type })),
  { created_at: null, nonsense: { deep: [null] }, authed_user: null, associated_user: 3 },
];

const oauthProviders = providers.flatMap((provider) =>
  provider.auth.kind === "oauth2" ? [[provider.id, provider, provider.auth] as const] : [],
);

describe.each(oauthProviders)("a token answer of %s", (id, provider, auth) => {
  const usual = () => ({ access_token: "token-1", token_type: "bearer", ...ownFields[id]?.() });

  test.each(oddFields.map((odd) => [JSON.stringify(odd), odd]))(
    "gives its token beside %s",
    async (_, odd) => {
      const tokens = await exchange(provider, auth, JSON.stringify({ ...usual(), ...odd }));
      expect(tokens.accessToken).toBe("token-1");
      for (const end of [tokens.expiresAt, tokens.refreshExpiresAt]) {
        if (end) expect(end.getTime()).toBeGreaterThan(Date.now());
      }
      expect(tokens.refreshToken).not.toBe("");
    },
  );

  test("is read behind a byte order mark", async () => {
    const tokens = await exchange(provider, auth, `\ufeff${JSON.stringify(usual())}`);
    expect(tokens.accessToken).toBe("token-1");
  });

  test("is read as a form too, where a server has never left it", async () => {
    const fields = Object.entries(usual()).filter(([, value]) => typeof value === "string");
    const form = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
    const tokens = await exchange(provider, auth, form.toString());
    expect(tokens.accessToken).toBe("token-1");
  });

  test.each([201, 202])("counts under status %i", async (status) => {
    const tokens = await exchange(provider, auth, JSON.stringify(usual()), status);
    expect(tokens.accessToken).toBe("token-1");
  });

  test("has its token without the blanks around it, which no header can carry", async () => {
    const tokens = await exchange(
      provider,
      auth,
      JSON.stringify({ ...usual(), access_token: " token-1\r\n" }),
    );
    expect(tokens.accessToken).toBe("token-1");
  });

  test.each([{}, { access_token: "" }, { access_token: " " }, { access_token: 7 }, { access_token: null }])(
    "with %j is no token",
    async (odd) => {
      const { access_token: _, ...others } = usual();
      await expect(exchange(provider, auth, JSON.stringify({ ...others, ...odd }))).rejects.toMatchObject({
        name: "ProviderError",
      });
    },
  );

  test("that refuses is a refusal, whatever stands beside it", async () => {
    const answer = { ok: false, error: "invalid_grant", error_description: null, error_uri: 7 };
    await expect(exchange(provider, auth, JSON.stringify(answer), 400)).rejects.toMatchObject({
      name: "ProviderError",
    });
  });
});
