import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { shopify } from "../provider.ts";
import { sandbox } from "./sandbox.ts";

type Heard = { topic: string; body: unknown; isVerified: boolean; effects: unknown };

const scenes: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop();
});

/** A shop, and what it sends to this installation, read by the provider's own code. */
async function open(): Promise<{ scene: ProviderTest; heard: Heard[]; url: string }> {
  const heard: Heard[] = [];
  const scene: ProviderTest = await startProviderTest(shopify, {
    also: async (request) => {
      if (!new URL(request.url).pathname.startsWith("/api/inbound/shopify")) return null;
      const body = new Uint8Array(await request.arrayBuffer());
      const message = {
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        body,
      };
      if (message.headers["x-shopify-shop-domain"] !== scene.account.externalId) return null;
      shopify.inbound.verify(message, { app: scene.context.app });
      const { topic, effects } = shopify.inbound.parse(message);
      heard.push({ topic, effects, isVerified: true, body: JSON.parse(new TextDecoder().decode(body)) });
      return new Response(null, { status: 200 });
    },
  });
  scenes.push(scene);
  return { scene, heard, url: scene.context.appWebhookUrl };
}

async function subscribed() {
  const opened = await open();
  await shopify.inbound.subscribe(opened.scene.call(), { url: opened.url });
  return opened;
}

const webhook = z.looseObject({ topic: z.string(), uri: z.string() });

describe("webhooks", () => {
  test("are asked for once, however often it is asked", async () => {
    const { scene, url } = await subscribed();
    await shopify.inbound.subscribe(scene.call(), { url });
    const webhooks = await scene.context.store.list("webhook", webhook);
    const topics = webhooks.map(({ data }) => data.topic);
    expect(topics).toHaveLength(12);
    expect(new Set(topics).size).toBe(12);
    expect(topics).toEqual(expect.arrayContaining(["APP_UNINSTALLED", "PRODUCTS_DELETE", "ORDERS_PAID"]));
  });

  test("need the permission to see what they show", async () => {
    const scene = await startProviderTest(shopify, { scopes: ["read_products"] });
    scenes.push(scene);
    const failed = shopify.inbound.subscribe(scene.call(), { url: scene.context.appWebhookUrl });
    await expect(failed).rejects.toMatchObject({ kind: "scope_missing", missingScope: "read_inventory" });
  });

  test("tell of a new order without a word about the guest", async () => {
    const { scene, heard } = await subscribed();
    await scene.run("create-order", { lines: [{ sku: "OIL-500", quantity: 1 }], email: "mara@example.com" });
    const created = heard.find(({ topic }) => topic === "orders/create");
    expect(created?.effects).toMatchObject([{ kind: "record_changed", record: { title: "#1005" } }]);
    expect(JSON.stringify(heard)).not.toContain("mara@example.com");
  });
});

describe("the command", () => {
  test("change-price is seen by the next sync", async () => {
    const { scene, heard } = await subscribed();
    expect(await sandbox.commands["change-price"].run(scene.context)).toContain("15.00 EUR");
    expect(heard).toMatchObject([{ topic: "products/update", effects: [{ kind: "records_stale" }] }]);
    const { records } = await shopify.sync.product.page(scene.call(), { cursor: null, since: null });
    expect(records[0]).toMatchObject({ amount: { minor: 1_500, currency: "EUR" } });
  });

  test("sell-one and fulfil-newest make an order that can be tracked", async () => {
    const { scene, heard } = await subscribed();
    await sandbox.commands["sell-one"].run(scene.context);
    await sandbox.commands["fulfil-newest"].run(scene.context);
    expect(heard.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(["orders/create", "orders/paid", "inventory_levels/update", "orders/fulfilled"]),
    );
    expect(await scene.run("track-order", { order: "#1005" })).toMatchObject({
      fulfilmentStatus: "FULFILLED",
      parcels: [{ trackingNumber: "00340434161094030001" }],
    });
  });

  test("delete-product names the product that is gone", async () => {
    const { scene, heard } = await subscribed();
    await sandbox.commands["delete-product"].run(scene.context);
    expect(heard).toMatchObject([
      { topic: "products/delete", effects: [{ externalId: "gid://shopify/Product/8412301000008" }] },
    ]);
  });

  test("uninstall tells us, and ends the token", async () => {
    const { scene, heard } = await subscribed();
    await sandbox.commands.uninstall.run(scene.context);
    expect(heard).toMatchObject([{ topic: "app/uninstalled", effects: [{ kind: "ended" }] }]);
    await expect(shopify.identify(scene.call())).rejects.toMatchObject({ kind: "auth" });
    expect(await scene.context.store.list("webhook", webhook)).toEqual([]);
  });

  test("for each privacy topic reaches us unasked, with the orders meant", async () => {
    const { scene, heard } = await open();
    await sandbox.commands["request-data"].run(scene.context);
    await sandbox.commands["redact-customer"].run(scene.context);
    expect(await sandbox.commands["redact-shop"].run(scene.context)).toContain("200");
    const orderIds = ["gid://shopify/Order/5912300000001", "gid://shopify/Order/5912300000003"];
    expect(heard.map(({ effects }) => effects)).toEqual([
      [{ kind: "privacy_request", request: "tell", orderIds }],
      [{ kind: "privacy_request", request: "forget", orderIds }],
      [{ kind: "forget_account" }],
    ]);
  });
});

describe("the Admin API that is played", () => {
  const ask = (scene: ProviderTest, query: string, version = "2026-10", variables: unknown = {}) =>
    scene.call().request({
      method: "POST",
      url: `https://${scene.account.externalId}/admin/api/${version}/graphql.json`,
      json: { query, variables },
    });
  const level = {
    inventoryItemId: "gid://shopify/InventoryItem/4712301000001",
    locationId: "gid://shopify/Location/80310001",
    quantity: 1,
  };
  const setQuantities = (directive: string) =>
    `mutation ($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input) ${directive} { userErrors { code } } }`;
  const input = (quantities: unknown[]) => ({
    input: { name: "available", reason: "correction", quantities },
  });

  test.each([
    ["a field that there is not", "{ shop { moonPhase } }", {}, /moonPhase/],
    ["what is no GraphQL", "{ shop {", {}, /Syntax Error/],
    ["a page of no size", "{ products { nodes { id } } }", {}, /first or last/],
    ["a variable of the wrong type", "query ($id: ID!) { order(id: $id) { id } }", { id: null }, /\$id/],
    [
      "stock without an idempotency key",
      setQuantities(""),
      input([{ ...level, changeFromQuantity: null }]),
      /@idempotent/,
    ],
    [
      "stock without saying what it was",
      setQuantities('@idempotent(key: "k")'),
      input([level]),
      /changeFromQuantity/,
    ],
    [
      "a query that costs too much",
      "{ products(first: 100) { nodes { variants(first: 100) { nodes { id } } } } }",
      {},
      /exceeds the single query max cost/,
    ],
  ])("refuses %s with HTTP 200 and an error", async (_name, query, variables, message) => {
    const { scene } = await open();
    const reply = await ask(scene, query, "2026-10", variables);
    expect(reply).toMatchObject({
      status: 200,
      json: { errors: [{ message: expect.stringMatching(message) }] },
    });
  });

  test("refuses a key that was used for something else", async () => {
    const { scene } = await open();
    const query = setQuantities('@idempotent(key: "k")');
    await ask(scene, query, "2026-10", input([{ ...level, changeFromQuantity: null }]));
    const other = await ask(
      scene,
      query,
      "2026-10",
      input([{ ...level, quantity: 2, changeFromQuantity: null }]),
    );
    expect(other.text).toContain("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  });

  test("is there in its one version only", async () => {
    const { scene } = await open();
    expect(await ask(scene, "{ shop { name } }", "2025-10")).toMatchObject({ status: 404 });
  });

  test("throttles who asks for too much at once, and says for how long", async () => {
    const { scene } = await open();
    const query = "{ products(first: 25) { nodes { variants(first: 18) { nodes { product { id } } } } } }";
    // Two fit at once. What a query did not use comes back once it has ended, so on a slow machine a third may fit, too.
    const replies = await Promise.all(Array.from({ length: 12 }, () => ask(scene, query)));
    const throttled = replies.filter(({ text }) => text.includes('"THROTTLED"'));
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled.length).toBeLessThan(11);
  });
});

describe("the way back from the consent page", () => {
  const createUrl = () => new URL("http://localhost/api/oauth/shopify/callback?code=abc&state=x_y-z");

  test("is signed so that the provider's own check accepts it, and tells which shop it is", async () => {
    const { scene } = await open();
    const grant = { id: "g", account: scene.account, scopes: [], data: {} };
    const signed = await sandbox.afterConsent({ url: createUrl(), grant, context: scene.context });
    const verify = (query: URLSearchParams) =>
      shopify.auth.verifyCallback(query, scene.context.app, scene.context.now());
    expect(() => verify(signed.searchParams)).not.toThrow();
    expect(signed.searchParams.get("shop")).toBe(scene.account.externalId);
    signed.searchParams.set("code", "abd");
    expect(() => verify(signed.searchParams)).toThrow();
  });
});
