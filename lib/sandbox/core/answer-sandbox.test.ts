import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { listSandboxCalls } from "../list-sandbox-calls.ts";
import { tinyProvider } from "../testing/tiny-shop.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock(
  "#lib/providers/registry.ts",
  async () => (await import("../testing/tiny-providers.ts")).tinyRegister,
);

const tiny = tinyProvider("tiny");
let shop: ProviderTest;
let other: ProviderTest;
let reader: ProviderTest;

beforeAll(async () => {
  shop = await startProviderTest(tiny);
  other = await startProviderTest(tiny);
  reader = await startProviderTest(tiny, { scopes: ["read"] });
});
afterAll(() => Promise.all([shop.stop(), other.stop(), reader.stop()]));

const cups = "https://tiny.example/cups";
const get = (from: ProviderTest, url = cups) => from.call().request({ method: "GET", url });
const make = (from: ProviderTest, name = "Red cup") =>
  from.call().request({ method: "POST", url: cups, json: { name } });
const cupNames = async (from: ProviderTest) =>
  (await from.context.store.list("cup", z.object({ name: z.string() }))).map(({ data }) => data.name);

describe("a request to the sandbox", () => {
  test("reaches the route for its host, path and method, and the account of its token", async () => {
    expect(await get(shop)).toMatchObject({ status: 200, json: [{ id: "1", data: { name: "Blue cup" } }] });
    expect(await make(shop)).toMatchObject({ status: 201, json: { id: "made-1" } });
    expect(await get(shop, "https://any.tiny.example/cups/made%2D1")).toMatchObject({
      json: { name: "Red cup" },
    });
  });

  test("is refused by the provider's word for a route or method that it lacks", async () => {
    expect(await get(shop, "https://tiny.example/saucers")).toMatchObject({
      status: 404,
      json: { error: "unknown_route" },
    });
    const put = await shop.call().request({ method: "PUT", url: cups });
    expect(put.json).toEqual({ error: "unknown_route" });
  });

  test("goes nowhere under a host that is not the provider's", async () => {
    const reply = await get(shop, "https://tiny.example.evil.example/cups");
    expect(reply).toMatchObject({ status: 404, json: { code: "unknown_sandbox_host" } });
  });

  test("of more than 1 MiB is refused", async () => {
    expect(await make(shop, "x".repeat(1024 * 1024))).toMatchObject({ status: 413 });
  });

  test("needs the scope of the route", async () => {
    expect(await make(reader)).toMatchObject({
      status: 403,
      json: { error: "missing_scope", scope: "write" },
    });
    expect((await get(reader)).status).toBe(200);
  });

  test.each([
    ["no credential", undefined, "no_credential"],
    ["one that was never given out", "Bearer made-up", "unknown_credential"],
  ])("with %s is refused", async (_, authorization, error) => {
    const response = await fetch(`http://localhost:${env().PORT}/sandbox/${tiny.id}/tiny.example/cups`, {
      headers: authorization ? { authorization } : {},
    });
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 401,
      body: { error },
    });
  });

  test("with a refresh token in place of an access token is refused", async () => {
    const grant = { id: "grant-refresh", account: shop.account, scopes: ["read"], data: {} };
    const token = `refresh-${shop.account.id}`;
    await shop.context.issue(grant, { kind: "refresh", token });
    const reply = await shop
      .call({ credentials: { accessToken: token } })
      .request({ method: "GET", url: cups });
    expect(reply.json).toEqual({ error: "unknown_credential" });
  });

  test("with an access token past its end is refused as expired", async () => {
    const grant = { id: "grant-old", account: shop.account, scopes: ["read"], data: {} };
    const token = `old-${shop.account.id}`;
    await shop.context.issue(grant, { kind: "access", token, expiresInSeconds: 0 });
    const reply = await shop
      .call({ credentials: { accessToken: token } })
      .request({ method: "GET", url: cups });
    expect(reply.json).toEqual({ error: "expired_credential" });
  });
});

test("a merchant's token opens that merchant's account, whatever the other one holds", async () => {
  await make(other, "Other's cup");
  expect(await cupNames(shop)).not.toContain("Other's cup");
  expect((await get(shop)).text).not.toContain("Other's cup");
  expect(shop.account.externalId).not.toBe(other.account.externalId);
});

describe("a fault", () => {
  test.each([
    ["unauthorised", 401],
    ["forbidden", 403],
    ["rate_limited", 429],
    ["server_error", 500],
  ] as const)("%s answers %d once, and the next call is fine", async (kind, status) => {
    await shop.fault(kind);
    expect((await get(shop)).status).toBe(status);
    expect((await get(shop)).status).toBe(200);
  });

  test("tells how long to wait", async () => {
    await shop.fault("rate_limited", { retryAfterSeconds: 7 });
    expect((await get(shop)).headers["retry-after"]).toBe("7");
  });

  test("malformed answers 200 with half a JSON text", async () => {
    await shop.fault("malformed");
    expect(await get(shop)).toMatchObject({ status: 200, text: '{"broken": ', json: undefined });
  });

  test("slow answers late, and is not taken up where the caller has gone", async () => {
    await shop.fault("slow", { delayMs: 150 });
    const startedAt = performance.now();
    expect((await get(shop)).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(140);

    const hasty = await startProviderTest(tiny, { timeoutMs: 100 });
    await hasty.fault("slow", { delayMs: 400 });
    await expect(make(hasty)).rejects.toMatchObject({ kind: "timeout" });
    const lastCall = async () =>
      (await listSandboxCalls({ ctx: hasty.ctx, input: { provider: tiny.id } })).data[0];
    // Written down once the sandbox has decided what to do.
    await expect.poll(lastCall).toMatchObject({ method: "POST", status: null, fault: "slow" });
    expect(await cupNames(hasty)).toEqual(["Blue cup"]);
    await hasty.stop();
  });

  test("lost waits for a call that changes something, does it, and breaks the connection", async () => {
    const before = (await cupNames(other)).length;
    await other.fault("lost");
    expect((await get(other)).status).toBe(200);
    await expect(make(other)).rejects.toMatchObject({ kind: "unavailable" });
    expect(await cupNames(other)).toHaveLength(before + 1);
  });

  test("of one merchant does not befall another", async () => {
    await shop.fault("server_error");
    expect((await get(other)).status).toBe(200);
    expect((await get(shop)).status).toBe(500);
  });

  test("for the token address leaves the API alone", async () => {
    await other.fault("server_error", { target: "token" });
    expect((await get(other)).status).toBe(200);
  });

  test("of three calls befalls three of eight that race", async () => {
    await shop.fault("server_error", { times: 3 });
    const replies = await Promise.all(Array.from({ length: 8 }, () => get(shop)));
    expect(replies.filter(({ status }) => status === 500)).toHaveLength(3);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
  });
});
