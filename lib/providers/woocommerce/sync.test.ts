import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Inbound } from "../contract/inbound.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { woocommerce } from "./provider.ts";
import { sandbox } from "./sandbox/sandbox.ts";
import { tell } from "./words.ts";

type Received = Parameters<Inbound["verify"]>[0];

const webhook = z.looseObject({ topic: z.string(), status: z.string(), deliveryUrl: z.string() });
const url = () => shop.context.appWebhookUrl.concat("/int_1");

let shop: ProviderTest;
let inboundStatus = 200;
let received: Received[] = [];

beforeAll(async () => {
  shop = await startProviderTest(woocommerce, {
    also: async (request) => {
      if (!new URL(request.url).pathname.endsWith("/woocommerce/int_1")) return null;
      const body = new Uint8Array(await request.arrayBuffer());
      const headers = Object.fromEntries(request.headers);
      received.push({ method: request.method, url: request.url, headers, body });
      return new Response(null, { status: inboundStatus });
    },
  });
});
afterAll(() => shop.stop());

const run = (command: keyof typeof sandbox.commands) => sandbox.commands[command]?.run(shop.context);
const copyAll = async (kind: "product" | "order", since: string | null = null) => {
  const source = woocommerce.sync[kind];
  const records = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof source.page>> = await source.page(shop.call(), { cursor, since });
    records.push(...page.records);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return records;
};

describe("the copy", () => {
  test("of products has price, stock and what is counted", async () => {
    const records = await copyAll("product");
    expect(records).toHaveLength(6);
    expect(records[0]).toEqual({
      kind: "product",
      externalId: "101",
      title: "Tomato sauce, 500 ml",
      state: "publish",
      amount: { minor: 650, currency: "EUR" },
      stock: 40,
      details: { Availability: tell("stock_there"), SKU: "SAUCE-500" },
      changedAt: "2026-03-02T09:00:00.000Z",
    });
    expect(records.find(({ externalId }) => externalId === "103")).not.toHaveProperty("stock");
    expect(records.find(({ externalId }) => externalId === "104")).toMatchObject({
      details: { Variations: "2" },
    });
  });

  test("of orders has the tracking number and nothing about people", async () => {
    const records = await copyAll("order");
    expect(records.map(({ externalId }) => externalId)).toEqual(["1201", "1202", "1203"]);
    expect(records[0]?.details).toMatchObject({
      Status: tell("order_completed"),
      Pieces: "4",
      "Tracking number": "JD014600006281230701",
    });
    expect(JSON.stringify(records)).not.toMatch(/marta|jonas|example\.com/i);
  });

  test("goes on page by page until the end, whatever the size", async () => {
    for (let number = 1; number <= 130; number += 1) {
      await shop.context.store.put("product", String(5_000 + number), {
        ...(await shop.context.store.get("product", "101", z.looseObject({}))),
        status: "private",
      });
    }
    const source = woocommerce.sync.product;
    const first = await source.page(shop.call(), { cursor: null, since: null });
    expect(first).toMatchObject({ nextCursor: "2", total: 136 });
    const second = await source.page(shop.call(), { cursor: first.nextCursor, since: null });
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.records, ...second.records].map(({ externalId }) => externalId)).size).toBe(136);
  });

  test("since a time has what changed from then on, by UTC, though the shop's clock is two hours ahead", async () => {
    const product = await shop.context.store.get("product", "107", z.looseObject({}));
    await shop.context.store.put("product", "107", { ...product, modifiedAt: "2026-07-01T12:00:00.000Z" });
    const idsSince = async (since: string) =>
      (await copyAll("product", since)).map(({ externalId }) => externalId);
    expect(await idsSince("2026-07-01T11:59:59.000Z")).toEqual(["107"]);
    expect(await idsSince("2026-07-01T12:00:00.000Z")).toEqual(["107"]);
    expect(await idsSince("2026-07-01T12:00:01.000Z")).toEqual([]);
  });
});

describe("resources", () => {
  test("offer products by what is typed, with their stock", async () => {
    const { items } = await woocommerce.resources.products.list(shop.call(), {
      cursor: null,
      limit: 10,
      search: "olive",
    });
    expect(items).toEqual([
      { id: "102", label: "Olive oil, 750 ml", details: { price: "14.90", stock: "18", SKU: "OIL-750" } },
    ]);
  });

  test("offer the newest orders first, page by page", async () => {
    const list = (cursor: string | null) =>
      woocommerce.resources.orders.list(shop.call(), { cursor, limit: 2 });
    const first = await list(null);
    expect(first.items.map(({ label }) => label)).toEqual(["Order 1203", "Order 1202"]);
    expect((await list(first.nextCursor)).items.map(({ id }) => id)).toEqual(["1201"]);
  });
});

describe("webhooks", () => {
  const secret = "whsec-test";
  const subscribe = (used = secret) =>
    woocommerce.inbound.subscribe?.(shop.call(), { url: url(), secret: used });
  const webhooks = () => shop.context.store.list("webhook", webhook);
  const effects = async () => {
    const found = [];
    for (const request of received) {
      const secrets = { app: null, credentials: { webhookSecret: secret }, settings: {}, now: new Date() };
      await woocommerce.inbound.verify(request, secrets);
      found.push(...woocommerce.inbound.parse(request, secrets).effects);
    }
    received = [];
    return found;
  };

  test("are set up for six topics, each with a ping, and only once", async () => {
    await subscribe("first secret");
    expect(received.map(({ body }) => new TextDecoder().decode(body))).toEqual(
      (await webhooks()).map(({ id }) => `webhook_id=${id}`),
    );
    await subscribe();
    expect((await webhooks()).map(({ data }) => data.topic).sort()).toEqual([
      "order.created",
      "order.deleted",
      "order.updated",
      "product.created",
      "product.deleted",
      "product.updated",
    ]);
    received = [];
  });

  test("tell of prices, sales, parcels and deletions, signed with the latest secret", async () => {
    await run("change-price");
    expect(await effects()).toEqual([{ kind: "records_stale", recordKind: "product" }]);
    await run("sell-one");
    expect(await effects()).toMatchObject([
      { kind: "records_stale" },
      { kind: "record_changed", record: { kind: "order", state: "processing" } },
    ]);
    await run("ship-newest-order");
    expect(await effects()).toMatchObject([
      {
        kind: "record_changed",
        record: { state: "completed", details: { "Tracking number": expect.stringMatching(/^JD/) } },
      },
    ]);
    await run("delete-product");
    expect(await effects()).toMatchObject([
      { kind: "record_deleted", recordKind: "product", externalId: "108" },
    ]);
  });

  test("that the shop switched off after failures are switched on again", async () => {
    inboundStatus = 404;
    for (let number = 1; number <= 7; number += 1) await run("change-price");
    inboundStatus = 200;
    const statusOfUpdates = async () =>
      (await webhooks()).find(({ data }) => data.topic === "product.updated")?.data.status;
    expect(await statusOfUpdates()).toBe("disabled");
    await subscribe();
    expect(await statusOfUpdates()).toBe("active");
    expect(await webhooks()).toHaveLength(6);
  });

  test("of others stay as they are", async () => {
    await shop.context.store.put("webhook", "77", {
      name: "Accounting",
      status: "paused",
      topic: "order.created",
      deliveryUrl: "https://accounting.example/hook",
      secret: "theirs",
      failureCount: 0,
      createdAt: "2026-01-01T00:00:00.000Z",
      modifiedAt: "2026-01-01T00:00:00.000Z",
    });
    await subscribe();
    expect((await webhooks()).find(({ id }) => id === "77")?.data).toMatchObject({ status: "paused" });
  });

  test("can be made and deleted in one batch, as WooCommerce has it", async () => {
    const batch = (json: unknown) =>
      shop.call().request({
        method: "POST",
        url: `https://${shop.account.externalId}/wp-json/wc/v3/webhooks/batch`,
        json,
      });
    const made = await batch({ create: [{ topic: "coupon.created", delivery_url: url() }] });
    const { create } = z.object({ create: z.array(z.object({ id: z.int() })) }).parse(made.json);
    const id = create[0]?.id;
    expect((await webhooks()).map((kept) => kept.id)).toContain(String(id));
    expect((await batch({ delete: [id] })).json).toMatchObject({ delete: [{ id, topic: "coupon.created" }] });
    expect((await webhooks()).map((kept) => kept.id)).not.toContain(String(id));
    expect((await batch({})).json).toEqual([]);
  });
});
