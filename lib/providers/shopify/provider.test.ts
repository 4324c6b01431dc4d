import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, type ProviderTestOptions, startProviderTest } from "../testing/provider-test.ts";
import { shopify } from "./provider.ts";
import { tell } from "./words.ts";

const scenes: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop();
});

async function open(options: ProviderTestOptions = {}): Promise<ProviderTest> {
  const scene = await startProviderTest(shopify, options);
  scenes.push(scene);
  return scene;
}

const kept = z.looseObject({ sourceIdentifier: z.string().nullable(), financialStatus: z.string() });
const listOrders = (scene: ProviderTest) => scene.context.store.list("order", kept);
const failure = (kind: string, words: RegExp) =>
  expect.objectContaining({ kind, message: expect.stringMatching(words) });

describe("identify", () => {
  test("names the shop by the host that webhooks name it by, whatever was typed", async () => {
    const scene = await open({ settings: ({ externalId }) => ({ shop: `https://${externalId}/admin` }) });
    expect(await shopify.identify(scene.call())).toEqual({
      id: scene.account.externalId,
      label: scene.account.label,
      grantedScopes: shopify.auth.scopes.map(({ id }) => id),
      settings: { shop: scene.account.externalId },
    });
  });

  test("counts what a permission to write includes as granted", async () => {
    const scene = await open({ scopes: ["write_orders"] });
    const { grantedScopes } = await shopify.identify(scene.call());
    expect(grantedScopes).toEqual(["write_orders", "read_orders"]);
  });

  test("a token opens its own shop only", async () => {
    const scene = await open();
    const call = scene.call({ settings: { shop: "somebody-else" } });
    await expect(shopify.identify(call)).rejects.toMatchObject({ kind: "auth" });
  });
});

describe("create-order", () => {
  test("enters products by SKU, other things by name and price, and takes the stock", async () => {
    const scene = await open();
    const before = await scene.run("get-stock", { product: "OIL-500" });
    const order = await scene.run("create-order", shopify.actions["create-order"].example);
    expect(order).toMatchObject({
      name: "#1005",
      paymentStatus: "PAID",
      fulfilmentStatus: "UNFULFILLED",
      totalAmount: 3_150,
      currency: "EUR",
      linesWithoutProduct: ["Gift wrapping"],
      adminUrl: expect.stringMatching(/^https:\/\/[a-z0-9-]+\.myshopify\.com\/admin\/orders\/\d+$/),
    });
    const after = await scene.run("get-stock", { product: "OIL-500" });
    expect([before.available, after.available]).toEqual([78, 76]);
  });

  test("waits for its payment where nothing was paid, and takes the shop's own price", async () => {
    const scene = await open();
    const lines = [{ sku: "PIZZA-KIT-2", quantity: 2 }];
    const order = await scene.run("create-order", { lines, stock: "leave" });
    expect(order).toMatchObject({ paymentStatus: "PENDING", totalAmount: 3_980 });
  });

  test("carries the idempotency key, by which it is found again", async () => {
    const scene = await open();
    await scene.run("create-order", shopify.actions["create-order"].example, { idempotencyKey: "dlv_7" });
    const again = await scene.run("create-order", shopify.actions["create-order"].example, {
      idempotencyKey: "dlv_7",
    });
    const orders = await listOrders(scene);
    expect(orders.filter(({ data }) => data.sourceIdentifier === "dlv_7")).toHaveLength(1);
    expect(again).toMatchObject({ name: "#1005", linesWithoutProduct: ["Gift wrapping"] });
  });

  test.each([
    [{ lines: [{ sku: "NOPE", quantity: 1 }] }, failure("invalid_input", /Line 1: no product .* SKU NOPE/)],
    [{ lines: [{ quantity: 1 }] }, failure("invalid_input", /Line 1 needs a product/)],
    [
      { lines: [{ name: "Tea", quantity: 3, totalAmount: 1_000 }] },
      failure("invalid_input", /cannot be divided/),
    ],
    [
      { lines: [{ sku: "OIL-500", quantity: 1, unitAmount: 100 }], currency: "USD" },
      failure("invalid_input", /sells in EUR/),
    ],
    [
      { lines: [{ sku: "APRON-LX", quantity: 5 }], stock: "decrease_if_available" },
      failure("conflict", /not enough stock/),
    ],
    [
      { lines: [{ variantId: "gid://shopify/ProductVariant/1", quantity: 1 }] },
      failure("invalid_input", /Variant could not be found/),
    ],
  ])("refuses %j in plain words, and enters nothing", async (input, expected) => {
    const scene = await open();
    await expect(scene.run("create-order", input)).rejects.toEqual(expected);
    expect(await listOrders(scene)).toHaveLength(4);
  });
});

describe("track-order", () => {
  test.each(["#1002", "1002", "gid://shopify/Order/5912300000002"])("finds an order by %s", async (order) => {
    const scene = await open();
    expect(await scene.run("track-order", { order })).toMatchObject({
      name: "#1002",
      paymentStatus: "PAID",
      fulfilmentStatus: "FULFILLED",
      isCancelled: false,
      parcels: [{ status: "IN_TRANSIT", carrier: "DHL", trackingNumber: "00340434161094022115" }],
    });
  });

  test.each(["#9999", "100", "gid://shopify/Order/1"])("says that there is no order %s", async (order) => {
    const scene = await open();
    await expect(scene.run("track-order", { order })).rejects.toEqual(failure("not_found", /no order/));
  });
});

describe("stock", () => {
  test("is told for each location", async () => {
    const scene = await open();
    expect(await scene.run("get-stock", { product: "COFFEE-250" })).toMatchObject({
      title: "Espresso beans - 250 g",
      available: 40,
      locations: [{ available: 10 }, { location: "Storeroom", available: 30 }],
    });
  });

  test("is set at one location, and the other keeps what it has", async () => {
    const scene = await open();
    await scene.run("set-stock", shopify.actions["set-stock"].example);
    const stock = await scene.run("get-stock", { product: "OIL-500" });
    expect(stock.locations).toMatchObject([{ available: 24 }, { available: 60 }]);
  });

  test("that was set under a key stays as others changed it since, when the same call comes again", async () => {
    const scene = await open();
    const { example } = shopify.actions["set-stock"];
    await scene.run("set-stock", example, { idempotencyKey: "one" });
    await scene.run("set-stock", { ...example, quantity: 5 }, { idempotencyKey: "two" });
    await scene.run("set-stock", example, { idempotencyKey: "one" });
    expect(await scene.run("get-stock", { product: "OIL-500" })).toMatchObject({ available: 65 });
  });

  test.each([
    [{ expected: 17 }, failure("conflict", /not what you expected/)],
    [{ location: undefined }, failure("invalid_input", /several places/)],
    [{ location: "gid://shopify/Location/1" }, failure("invalid_input", /not kept at that location/)],
    [{ product: "VOUCHER-COOK" }, failure("invalid_input", /Track quantity/)],
    [{ product: "NOPE" }, failure("not_found", /no product NOPE/)],
    [{ product: "gid://shopify/ProductVariant/1" }, failure("not_found", /no product/)],
  ])("is not set with %j, and the reason is told", async (changes, expected) => {
    const scene = await open();
    const input = { ...shopify.actions["set-stock"].example, ...changes };
    await expect(scene.run("set-stock", input)).rejects.toEqual(expected);
  });

  test("is set where it is what was expected", async () => {
    const scene = await open();
    const input = { ...shopify.actions["set-stock"].example, expected: 18 };
    expect(await scene.run("set-stock", input)).toMatchObject({ available: 24 });
  });
});

describe("resources", () => {
  test("page through every variant once, and find by the beginning of a word", async () => {
    const scene = await open();
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await shopify.resources.products.list(scene.call(), { cursor, limit: 4 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([11, 11]);
    const found = await shopify.resources.products.list(scene.call(), {
      cursor: null,
      limit: 10,
      search: "pizza four",
    });
    expect(found.items).toMatchObject([
      { label: "Pizza kit - For four", details: { price: "34.90 EUR", SKU: "PIZZA-KIT-4", stock: "11" } },
    ]);
  });

  test("name orders newest first, and locations", async () => {
    const scene = await open();
    const query = { cursor: null, limit: 10 };
    const orders = await shopify.resources.orders.list(scene.call(), query);
    expect(orders.items.map(({ label }) => label)).toEqual(["#1004", "#1003", "#1002", "#1001"]);
    const locations = await shopify.resources.locations.list(scene.call(), query);
    expect(locations.items).toContainEqual({ id: "gid://shopify/Location/80310002", label: "Storeroom" });
  });
});

describe("sync", () => {
  test("copies each product with its lowest price and its stock", async () => {
    const scene = await open();
    const { records, total } = await shopify.sync.product.page(scene.call(), { cursor: null, since: null });
    expect(total).toBe(8);
    expect(records).toHaveLength(8);
    expect(records.find(({ title }) => title === "Pizza kit")).toMatchObject({
      externalId: "gid://shopify/Product/8412301000002",
      state: "ACTIVE",
      amount: { minor: 1_990, currency: "EUR" },
      stock: 29,
      details: {
        Price: tell("price_range", { from: "19.90", to: "34.90", currency: "EUR" }),
        Variants: "For two, For four",
        SKU: "PIZZA-KIT-2, PIZZA-KIT-4",
      },
    });
    expect(records.find(({ title }) => title.startsWith("Cooking"))).not.toHaveProperty("stock");
  });

  test("brings only what changed since, and a change of stock counts", async () => {
    const scene = await open();
    const since = new Date(Date.now() - 60_000).toISOString();
    const page = () => shopify.sync.product.page(scene.call(), { cursor: null, since });
    expect((await page()).records).toEqual([]);
    await scene.run("set-stock", shopify.actions["set-stock"].example);
    expect((await page()).records).toMatchObject([{ title: "Olive oil, 0.5 l", stock: 84 }]);
  });

  test("copies orders with nothing about the person", async () => {
    const scene = await open();
    const { records } = await shopify.sync.order.page(scene.call(), { cursor: null, since: null });
    expect(records.map(({ title, state }) => `${title} ${state}`)).toEqual([
      "#1001 FULFILLED",
      "#1002 FULFILLED",
      "#1003 UNFULFILLED",
      "#1004 UNFULFILLED",
    ]);
    expect(records[1]).toMatchObject({ details: { Payment: "PAID", Tracking: "00340434161094022115" } });
    expect(JSON.stringify(records)).not.toContain("example.com");
  });
});
