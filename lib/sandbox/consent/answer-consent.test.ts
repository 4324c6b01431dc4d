import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { sandboxConsents } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { findCredential } from "../core/credentials.ts";
import { askForConsent, exchangeCode, getCode, tryToken } from "../testing/authorise.ts";
import { serveSandbox } from "../testing/serve-sandbox.ts";
import { tinyProviders } from "../testing/tiny-providers.ts";
import { answerConsent } from "./answer-consent.ts";
import { getConsent } from "./get-consent.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock(
  "#lib/providers/registry.ts",
  async () => (await import("../testing/tiny-providers.ts")).tinyRegister,
);

const posted: string[] = [];
let postedStatus = 200;
let server: Awaited<ReturnType<typeof serveSandbox>>;
beforeAll(async () => {
  server = await serveSandbox({
    providers: tinyProviders,
    also: async (request) => {
      posted.push(`${new URL(request.url).pathname} ${await request.text()}`);
      return new Response("", { status: postedStatus });
    },
  });
});
afterAll(() => server.close());

describe("a consent", () => {
  test("shows what is asked, and the merchant's accounts", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny", { scope: "read" });
    const consent = await getConsent({ ctx, input: { id } });
    expect(consent).toMatchObject({
      state: "open",
      provider: { id: "tiny", name: "Tiny Shop" },
      scopes: [{ id: "read", title: "See cups" }],
      namedAccount: null,
    });
    expect(consent.accounts).toHaveLength(1);
  });

  test("that is allowed leads back with a code and the state", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny");
    const url = new URL((await answerConsent({ ctx, input: { id, answer: "allow" } })).url);
    expect(url.pathname).toBe("/api/oauth/tiny/callback");
    expect(url.searchParams.get("state")).toBe("the-state");
    expect(url.searchParams.get("code")).toMatch(/^[0-9a-f]{48}$/);
  });

  test("that is denied leads back with access_denied and the state, and gives no code", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny");
    const url = new URL((await answerConsent({ ctx, input: { id, answer: "deny" } })).url);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      error: "access_denied",
      state: "the-state",
    });
    expect(url.searchParams.has("code")).toBe(false);
  });

  test("is answered once, also by two at the same time", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny");
    const both = await Promise.allSettled([
      answerConsent({ ctx, input: { id, answer: "allow" } }),
      answerConsent({ ctx, input: { id, answer: "allow" } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const third = answerConsent({ ctx, input: { id, answer: "deny" } });
    await expect(third).rejects.toMatchObject({ status: 409, code: "consent_closed" });
    expect(await getConsent({ ctx, input: { id } })).toMatchObject({ state: "answered" });
  });

  test("is not answered after ten minutes", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny");
    await db().update(sandboxConsents).set({ expiresAt: new Date() }).where(eq(sandboxConsents.id, id));
    await expect(answerConsent({ ctx, input: { id, answer: "allow" } })).rejects.toMatchObject({
      status: 409,
    });
    expect(await getConsent({ ctx, input: { id } })).toMatchObject({ state: "expired" });
  });

  test("may be given for a new account beside the first", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny");
    const [first] = (await getConsent({ ctx, input: { id } })).accounts;
    const { url } = await answerConsent({ ctx, input: { id, answer: "allow", account: "new" } });
    const code = new URL(url).searchParams.get("code") ?? "";
    const opened = (await findCredential("tiny", code))?.grant.account;
    const next = await getConsent({ ctx, input: { id: await askForConsent("tiny") } });
    expect(next.accounts.map((account) => account.id)).toEqual([first?.id, opened?.id]);
    expect(opened?.externalId).not.toBe(first?.externalId);
  });

  test("cannot be given for another merchant's account", async () => {
    const [owner, stranger] = [await createTestMerchant(), await createTestMerchant()];
    const id = await askForConsent("tiny");
    const [account] = (await getConsent({ ctx: owner, input: { id } })).accounts;
    const theft = answerConsent({ ctx: stranger, input: { id, answer: "allow", account: account?.id } });
    await expect(theft).rejects.toMatchObject({ status: 404 });
    await expect(answerConsent({ ctx: owner, input: { id, answer: "allow" } })).resolves.toBeDefined();
  });

  test("for an account by name opens it, once, and not where it is another merchant's", async () => {
    const [owner, stranger] = [await createTestMerchant(), await createTestMerchant()];
    const shop = `harbour-${owner.merchantId.slice(-8)}.tiny.example`;
    await getCode(owner, "tiny-named", { shop });
    await getCode(owner, "tiny-named", { shop });
    const id = await askForConsent("tiny-named", { shop });
    expect(await getConsent({ ctx: owner, input: { id } })).toMatchObject({
      namedAccount: shop,
      accounts: [],
    });
    const theft = answerConsent({ ctx: stranger, input: { id, answer: "allow" } });
    await expect(theft).rejects.toMatchObject({ status: 409, code: "sandbox_account_taken" });
  });

  test("needs the right to connect apps", async () => {
    const ctx = await createTestMerchant();
    const viewer = { ...ctx, actor: { kind: "user", id: "usr_1", role: "viewer" } } as const;
    const id = await askForConsent("tiny");
    await expect(answerConsent({ ctx: viewer, input: { id, answer: "allow" } })).rejects.toMatchObject({
      status: 403,
    });
  });

  test("lets the provider post keys before the browser goes back", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny-posting");
    const { url } = await answerConsent({ ctx, input: { id, answer: "allow" } });
    expect(new URL(url).searchParams.has("code")).toBe(false);
    expect(posted.at(-1)).toBe(`/api/inbound/tiny-posting/keys {"key":"posted-${id}"}`);
    expect(await tryToken("tiny-posting", `posted-${id}`)).toBe(200);
  });

  test("can be answered again where handing over failed", async () => {
    const ctx = await createTestMerchant();
    const id = await askForConsent("tiny-posting");
    postedStatus = 400;
    await expect(answerConsent({ ctx, input: { id, answer: "allow" } })).rejects.toThrow("handed over");
    postedStatus = 200;
    expect(await getConsent({ ctx, input: { id } })).toMatchObject({ state: "open" });
  });
});

test("what one merchant agreed to opens that merchant's account alone", async () => {
  const [one, other] = [await createTestMerchant(), await createTestMerchant()];
  const tokens = [];
  for (const ctx of [one, other]) {
    const { json } = await exchangeCode("tiny", await getCode(ctx, "tiny"));
    tokens.push(json.access_token);
  }
  expect(new Set(tokens).size).toBe(2);
  const owners = await Promise.all(tokens.map((token) => findCredential("tiny", token ?? "")));
  expect(owners.map((owner) => owner?.grant.account.merchantId)).toEqual([one.merchantId, other.merchantId]);
});
