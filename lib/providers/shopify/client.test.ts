import { describe, expect, test } from "vitest";
import { z } from "zod";
import { askAdmin } from "./client.ts";
import { fakeCall } from "./testing/fake-call.ts";

const data = z.looseObject({ shop: z.looseObject({ name: z.string() }) });
const document = "query Shop { shop { name } }";
const ask = (call: ReturnType<typeof fakeCall>) => askAdmin(call, { document, data });

const cost = (currentlyAvailable: number) => ({
  cost: {
    requestedQueryCost: 300,
    throttleStatus: { maximumAvailable: 2_000, currentlyAvailable, restoreRate: 100 },
  },
});
const failing = (code: string | undefined, more: Record<string, unknown> = {}) => ({
  json: { errors: [{ message: "Access denied for x", extensions: { code, ...more } }], extensions: cost(50) },
});

describe("a request to the Admin API", () => {
  test("goes to the shop's own host, in the pinned version", async () => {
    const call = fakeCall({ json: { data: { shop: { name: "Ana" } } } });
    await ask(call);
    expect(call.sent).toEqual([
      {
        method: "POST",
        url: "https://trattoria-ana.myshopify.com/admin/api/2026-10/graphql.json",
        json: { query: document, variables: {} },
      },
    ]);
  });

  test("makes the next one wait where too little of the allowance is left, and only then", async () => {
    const scarce = fakeCall({ json: { data: { shop: { name: "Ana" } }, extensions: cost(100) } });
    await ask(scarce);
    expect(scarce.pausesMs).toEqual([2_000]);
    const plenty = fakeCall({ json: { data: { shop: { name: "Ana" } }, extensions: cost(300) } });
    await ask(plenty);
    expect(plenty.pausesMs).toEqual([]);
  });

  test.each([
    ["THROTTLED", {}, { kind: "rate_limited", retryAfterMs: 2_500 }],
    [
      "ACCESS_DENIED",
      { requiredAccess: "`write_orders` access scope." },
      { kind: "scope_missing", missingScope: "write_orders" },
    ],
    ["SHOP_INACTIVE", {}, { kind: "account_closed" }],
    ["TIMEOUT", {}, { kind: "timeout" }],
    ["INVALID_VARIABLE", {}, { kind: "invalid_input" }],
    ["INTERNAL_SERVER_ERROR", {}, { kind: "unavailable" }],
    [undefined, {}, { kind: "unavailable" }],
  ])("that is answered with HTTP 200 and %s means what the code says", async (code, more, expected) => {
    await expect(ask(fakeCall(failing(code, more)))).rejects.toMatchObject(expected);
  });

  test.each([
    [401, {}, "auth"],
    [402, {}, "account_closed"],
    [404, {}, "account_closed"],
    [423, {}, "account_closed"],
    [301, {}, "account_closed"],
    [403, {}, "scope_missing"],
    [422, {}, "invalid_input"],
    [503, {}, "unavailable"],
  ])("that is answered with HTTP %i is told in the merchant's words", async (status, headers, kind) => {
    const failure = ask(fakeCall({ status, headers, json: { errors: "No" } }));
    await expect(failure).rejects.toMatchObject({ kind, detail: expect.stringContaining(String(status)) });
  });

  test("that is answered with 429 waits as long as Shopify asks", async () => {
    const reply = { status: 429, headers: { "retry-after": "7" }, json: { errors: "Slow down" } };
    await expect(ask(fakeCall(reply))).rejects.toMatchObject({ kind: "rate_limited", retryAfterMs: 7_000 });
  });

  test("a permission that a 403 names is handed on", async () => {
    const json = { errors: "[API] This action requires merchant approval for write_orders scope." };
    await expect(ask(fakeCall({ status: 403, json }))).rejects.toMatchObject({
      missingScope: "write_orders",
    });
  });

  test.each([
    [{ text: '{"broken": ' }],
    [{ json: [] }],
    [{ json: { data: { shop: null } } }],
    [{ json: { data: null } }],
  ])("that is answered with %j is not taken for a success", async (reply) => {
    await expect(ask(fakeCall(reply))).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("cannot be read"),
    });
  });
});
