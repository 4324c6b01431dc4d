import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { woocommerce } from "./provider.ts";

const order = z.looseObject({
  createdVia: z.string(),
  createdAt: z.string(),
  customerNote: z.string(),
  billing: z.looseObject({}),
  lineItems: z.array(z.looseObject({ name: z.string(), quantity: z.number() })),
});
const lineItems = [{ productId: "102", quantity: 1 }];

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(woocommerce);
});
afterAll(() => shop.stop());

const orders = () => shop.context.store.list("order", order);
const setVersion = async (version: string) => {
  const site = await shop.context.store.get("site", "site", z.looseObject({}));
  await shop.context.store.put("site", "site", { ...site, version });
};

test("half an entry of meta data is passed over, and the orders stay readable", async () => {
  const url = `https://${shop.account.externalId}/wp-json/wc/v3/orders`;
  const meta_data = [
    { key: "gift" },
    { value: "x" },
    {},
    { key: "table", value: { number: 7 } },
    { key: "no", value: null },
  ];
  const json = { line_items: [{ product_id: 102, quantity: 1 }], meta_data };
  const reply = await shop.call().request({ method: "POST", url, json });
  expect(reply).toMatchObject({ status: 201, json: { meta_data: [{ key: "table", value: { number: 7 } }] } });
  const listed = await shop.call().request({ method: "GET", url });
  expect(listed.status).toBe(200);
  expect(z.array(z.looseObject({ id: z.number() })).parse(listed.json)[0]?.id).toBe(
    z.looseObject({ id: z.number() }).parse(reply.json).id,
  );
});

describe("creating an order", () => {
  test("puts into the shop what was ordered, by whom, and takes it off the stock", async () => {
    const before = await shop.run("get-stock", { productId: "104", variationId: "106" });
    const created = await shop.run("create-order", {
      lineItems: [
        { productId: "101", quantity: 2 },
        { productId: "104", variationId: "106", quantity: 3 },
      ],
      firstName: "Marta",
      email: "marta@example.com",
      note: "Table 7",
    });
    expect(created).toMatchObject({ status: "processing", total: "20.80", currency: "EUR" });
    const kept = await shop.context.store.get("order", String(created.orderId), order);
    expect(kept).toMatchObject({
      customerNote: "Table 7",
      billing: { first_name: "Marta", email: "marta@example.com" },
      lineItems: [
        { name: "Tomato sauce, 500 ml", quantity: 2 },
        { name: "Pizza dough - Wholemeal", quantity: 3 },
      ],
    });
    const after = await shop.run("get-stock", { productId: "104", variationId: "106" });
    expect(Number(after.quantity)).toBe(Number(before.quantity) - 3);
  });

  test("finds products by SKU, and what the shop does not have stands as a line with its price", async () => {
    const [known] = await shop.context.store.list(
      "product",
      z.looseObject({ name: z.string(), sku: z.string() }),
    );
    const created = await shop.run("create-order", {
      lineItems: [
        { sku: known?.data.sku, name: "Another name", totalAmount: 1, quantity: 1 },
        { sku: "NOT-THERE", name: "Gift wrapping", totalAmount: 250, quantity: 2 },
        { name: "Tip", totalAmount: 100, quantity: 1 },
      ],
      currency: "EUR",
    });
    const withFees = order.extend({ feeLines: z.array(z.looseObject({})) });
    expect(await shop.context.store.get("order", String(created.orderId), withFees)).toMatchObject({
      lineItems: [{ name: known?.data.name, quantity: 1 }],
      feeLines: [
        { name: "2 × Gift wrapping", total: "2.50" },
        { name: "1 × Tip", total: "1.00" },
      ],
    });
  });

  test("refuses a SKU that the shop does not have, where no name and price stand in for it", async () => {
    await expect(
      shop.run("create-order", { lineItems: [{ sku: "NOT-THERE", quantity: 1 }] }),
    ).rejects.toMatchObject({ kind: "not_found" });
  });

  test.each(["10.4.2", "9.8.5"])("twice under one key makes one order in WooCommerce %s", async (version) => {
    await setVersion(version);
    const idempotencyKey = `dlv_twice-${version.replaceAll(".", "-")}`;
    const first = await shop.run("create-order", { lineItems }, { idempotencyKey });
    const count = (await orders()).length;
    expect(await shop.run("create-order", { lineItems }, { idempotencyKey })).toEqual(first);
    expect(await orders()).toHaveLength(count);
    await setVersion("10.4.2");
  });

  test.each(["10.4.2", "9.8.5"])("whose answer was lost is found in WooCommerce %s", async (version) => {
    await setVersion(version);
    const idempotencyKey = `dlv_lost-${version.replaceAll(".", "-")}`;
    const count = (await orders()).length;
    const call = shop.call({ idempotencyKey });
    const losing: Call = {
      ...call,
      request: async (request) => {
        const reply = await call.request(request);
        if (request.method === "GET") return reply;
        throw new ProviderError({
          kind: "timeout",
          message: say("verbatim", { text: "The answer was lost." }),
        });
      },
    };
    const first = woocommerce.actions["create-order"].run(losing, { lineItems });
    await expect(first).rejects.toThrow("The answer was lost.");
    expect(await orders()).toHaveLength(count + 1);
    await shop.run("create-order", { lineItems }, { idempotencyKey });
    expect(await orders()).toHaveLength(count + 1);
    await setVersion("10.4.2");
  });

  test("under another key makes another order", async () => {
    const count = (await orders()).length;
    await shop.run("create-order", { lineItems });
    await shop.run("create-order", { lineItems });
    expect(await orders()).toHaveLength(count + 2);
  });

  test("for its key finds an order of long ago since WooCommerce 9.9", async () => {
    const idempotencyKey = "dlv_long-ago";
    const { orderId } = await shop.run("create-order", { lineItems }, { idempotencyKey });
    const kept = await shop.context.store.get("order", String(orderId), order);
    await shop.context.store.put("order", String(orderId), {
      ...kept,
      createdAt: "2025-01-01T00:00:00.000Z",
    });
    expect(await shop.run("create-order", { lineItems }, { idempotencyKey })).toMatchObject({ orderId });
  });

  test("for its key finds an order behind a hundred newer ones before WooCommerce 9.9", async () => {
    await setVersion("9.8.5");
    const idempotencyKey = "dlv_behind";
    const { orderId } = await shop.run("create-order", { lineItems }, { idempotencyKey });
    const other = await shop.context.store.get("order", "1202", order);
    const createdAt = new Date(Date.now() + 60_000).toISOString();
    for (let number = 1; number <= 105; number += 1) {
      await shop.context.store.put("order", String(8_000 + number), { ...other, createdAt });
    }
    expect(await shop.run("create-order", { lineItems }, { idempotencyKey })).toMatchObject({ orderId });
    await setVersion("10.4.2");
  });

  test("does not take the draft of a creation that failed half-way for the order", async () => {
    const idempotencyKey = "dlv_draft";
    const { orderId } = await shop.run("create-order", { lineItems }, { idempotencyKey });
    const kept = await shop.context.store.get("order", String(orderId), order);
    await shop.context.store.put("order", String(orderId), { ...kept, status: "checkout-draft" });
    const created = await shop.run("create-order", { lineItems }, { idempotencyKey });
    expect(created.orderId).not.toBe(orderId);
  });

  test.each([
    [{ productId: "999", quantity: 1 }, "not_found", /no product 999/],
    [{ productId: "104", variationId: "101", quantity: 1 }, "not_found", /no variation 101/],
    [{ productId: "104", quantity: 1 }, "invalid_input", /Say which one: 105, 106/],
  ])("of %j makes no order", async (item, kind, message) => {
    const count = (await orders()).length;
    const created = shop.run("create-order", { lineItems: [item] });
    await expect(created).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
    expect(await orders()).toHaveLength(count);
  });

  test("under a status that the shop lacks says which there are", async () => {
    await expect(shop.run("create-order", { lineItems, status: "ready" })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringMatching(/the status \(status is not one of pending, processing/),
    });
  });
});

describe("an order", () => {
  test("is tracked with its parcel", async () => {
    expect(await shop.run("track-order", { orderId: "1201" })).toEqual({
      orderId: "1201",
      number: "1201",
      status: "completed",
      statusInWords: "Done",
      total: "26.00",
      currency: "EUR",
      items: [{ name: "Tomato sauce, 500 ml", quantity: 4 }],
      createdAt: "2026-06-10T17:45:00.000Z",
      paidAt: "2026-06-10T17:45:00.000Z",
      completedAt: "2026-06-11T10:00:00.000Z",
      changedAt: "2026-06-11T10:00:00.000Z",
      shipments: [
        { carrier: "dhl", number: "JD014600006281230701", url: null, shippedAt: "2026-06-11T10:00:00.000Z" },
      ],
    });
  });

  test("that the shop does not have is not found, read or changed", async () => {
    await expect(shop.run("track-order", { orderId: "9" })).rejects.toMatchObject({ kind: "not_found" });
    const changed = shop.run("update-order-status", { orderId: "9", status: "completed" });
    await expect(changed).rejects.toMatchObject({ kind: "not_found" });
  });

  test("moves on to a new status, and puts its pieces back when it is cancelled", async () => {
    const { orderId } = await shop.run("create-order", { lineItems });
    const taken = await shop.run("get-stock", { productId: "102" });
    expect(await shop.run("update-order-status", { orderId, status: "cancelled" })).toMatchObject({
      status: "cancelled",
      statusInWords: "Cancelled",
    });
    const back = await shop.run("get-stock", { productId: "102" });
    expect(Number(back.quantity)).toBe(Number(taken.quantity) + 1);
  });
});
