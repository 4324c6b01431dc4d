import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { answerConsent } from "#lib/sandbox/consent/answer-consent.ts";
import { googleSheets } from "./provider.ts";
import { type EmulatedGoogle, startEmulatedGoogle } from "./testing/emulated-google.ts";

const { auth } = googleSheets;
const scopes = auth.scopes.map(({ id }) => id).join(" ");

/** One side of the comparison: where it is, who we are to it, and how somebody agrees there. */
type Side = {
  app: { clientId: string; clientSecret: string };
  redirectUri: string;
  place: (realUrl: string) => string;
  agree: (query: URLSearchParams) => Promise<string>;
};

let google: EmulatedGoogle;
let shop: ProviderTest;
beforeAll(async () => {
  google = await startEmulatedGoogle();
  shop = await startProviderTest(googleSheets);
});
afterAll(async () => {
  await google.close();
  await shop.stop();
});

function ours(): Side {
  const { app } = shop.context;
  const place = shop.call().rebase;
  const agree = async (query: URLSearchParams) => {
    const { authorize } = auth.endpoints();
    const asked = await fetch(place(`${authorize}?${query}`), { redirect: "manual" });
    const id = /\/consent\/(.+)$/.exec(asked.headers.get("location") ?? "")?.[1];
    const { url } = await answerConsent({ ctx: shop.ctx, input: { id: id ?? "", answer: "allow" } });
    return new URL(url).searchParams.get("code") ?? "";
  };
  return { app, redirectUri: app.redirectUris[0] ?? "", place, agree };
}

describe.each([
  ["our sandbox", ours],
  ["the third-party fake", (): Side => google],
])("%s", (_, side) => {
  test("gives tokens for a code, for about an hour and with the scopes that were asked for", async () => {
    const { status, tokens } = await connect(side());
    expect(status).toBe(200);
    expect(tokens).toMatchObject({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: "Bearer",
      scope: scopes,
    });
    expect(tokens.expires_in).toBeGreaterThan(3_500);
    expect(tokens.expires_in).toBeLessThanOrEqual(3_600);
  });

  test("renews with a token that stays the same, and is not in the answer again", async () => {
    const { tokens } = await connect(side());
    const first = await renew(side(), tokens.refresh_token);
    const second = await renew(side(), tokens.refresh_token);
    for (const renewed of [first, second]) {
      expect(renewed).toMatchObject({ status: 200, tokens: { token_type: "Bearer", scope: scopes } });
      expect(renewed.tokens).not.toHaveProperty("refresh_token");
    }
    expect(second.tokens.access_token).not.toBe(first.tokens.access_token);
  });

  test.each([
    ["a verifier of another challenge", { code_verifier: "x".repeat(43) }, 400, "invalid_grant"],
    ["a code that was never given", { code: "4/none" }, 400, "invalid_grant"],
    ["another app", { client_id: "nobody" }, 401, "invalid_client"],
    ["a wrong secret", { client_secret: "wrong" }, 401, "invalid_client"],
    ["a grant of another type", { grant_type: "password" }, 400, "unsupported_grant_type"],
  ])("refuses %s", async (_what, over, status, error) => {
    expect(await connect(side(), over)).toMatchObject({ status, tokens: { error } });
  });

  test("takes a code once", async () => {
    const { verifier, query } = challenge(side());
    const code = await side().agree(query);
    expect(await exchange(side(), code, verifier)).toMatchObject({ status: 200 });
    expect(await exchange(side(), code, verifier)).toMatchObject({
      status: 400,
      tokens: { error: "invalid_grant" },
    });
  });

  test("takes our way of revoking, and renews no more", async () => {
    const { tokens } = await connect(side());
    const request = auth.revoke({
      app: side().app,
      settings: {},
      credentials: { accessToken: tokens.access_token ?? "", refreshToken: tokens.refresh_token ?? "" },
    });
    const revoked = await fetch(side().place(request.url), {
      method: request.method,
      body: new URLSearchParams(request.form),
    });
    expect(revoked.status).toBe(200);
    expect(await renew(side(), tokens.refresh_token)).toMatchObject({
      status: 400,
      tokens: { error: "invalid_grant" },
    });
  });

  test("lists the spreadsheets in Drive to our client, and no other files", async () => {
    const { tokens } = await connect(side());
    const call = callTo(side(), tokens.access_token ?? "");
    const { items } = await googleSheets.resources.spreadsheets.list(call, { cursor: null, limit: 10 });
    expect(items).toMatchObject([{ label: "Orders", details: { "Last change": expect.any(String) } }]);
  });
});

function challenge({ app, redirectUri }: Side): { verifier: string; query: URLSearchParams } {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: scopes,
    state: "the-state",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...auth.authorizeParameters,
  });
  return { verifier, query };
}

async function connect(side: Side, over: Record<string, string> = {}) {
  const { verifier, query } = challenge(side);
  return exchange(side, await side.agree(query), verifier, over);
}

async function exchange(side: Side, code: string, verifier: string, over: Record<string, string> = {}) {
  const form = { code, redirect_uri: side.redirectUri, code_verifier: verifier };
  return askForTokens(side, { grant_type: "authorization_code", ...form, ...over });
}

async function renew(side: Side, refreshToken = "") {
  return askForTokens(side, { grant_type: "refresh_token", refresh_token: refreshToken });
}

async function askForTokens(side: Side, parameters: Record<string, string>) {
  const { clientId, clientSecret } = side.app;
  const response = await fetch(side.place(auth.endpoints().token), {
    method: "POST",
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...parameters }),
  });
  return { status: response.status, tokens: tokenAnswer.parse(await response.json()) };
}

const tokenAnswer = z.looseObject({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
});

function callTo({ place }: Side, accessToken: string): Call {
  return {
    ...shop.call({ credentials: { accessToken } }),
    fetch: (input, init) => {
      const request = new Request(input, init);
      return fetch(new Request(place(request.url), request));
    },
  };
}
