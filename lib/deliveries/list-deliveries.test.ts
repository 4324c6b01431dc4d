import { describe, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { qrScanned } from "#lib/events/catalogue/qr.ts";
import { runFields } from "#lib/transport/run-verb.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { cancelDelivery } from "./cancel-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";
import type { DeliveryDto } from "./schema.ts";

/** Never called: these deliveries only wait. */
const url = "http://localhost:9/hooks";

/** A merchant with two webhooks; orders 1001 to 1007 and 4 scans, each going to both. */
async function setLog() {
  const ctx = await createTestMerchant();
  const first = await createWebhook({ ctx, input: { url, eventTypes: ["*"], description: "First" } });
  const second = await createWebhook({ ctx, input: { url: `${url}/2`, eventTypes: ["*"] } });
  const orders = Array.from({ length: 7 }, (_, index) => ({
    type: "order.paid",
    data: { ...orderPaid.example, number: String(1001 + index) },
  }));
  const scans = Array.from({ length: 4 }, () => ({ type: "qr.scanned", data: qrScanned.example }));
  await acceptEvents({ ctx, input: [...orders, ...scans] });
  return { ctx, first, second };
}

/** Every row of the list, walked page by page. */
async function walk(ctx: Ctx, filter: object, limit: number): Promise<DeliveryDto[]> {
  const rows: DeliveryDto[] = [];
  let cursor: string | null | undefined;
  do {
    const input = { ...filter, limit, ...(cursor ? { cursor } : {}) };
    const page = await listDeliveries({ ctx, input });
    expect(page.data.length).toBeLessThanOrEqual(limit);
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const getIds = (rows: readonly DeliveryDto[]) => rows.map((row) => row.id);

test("each row tells its event in a line", async () => {
  const { ctx } = await setLog();
  const summaries = (await walk(ctx, {}, 100)).map((row) => row.summary);
  expect(summaries.filter((summary) => summary === "Table 12 scanned in Berlin")).toHaveLength(8);
  expect(summaries.filter((summary) => summary?.startsWith("Order 1007 · €37.50 · "))).toHaveLength(2);
});

describe("walking all pages", () => {
  test("gives each row once, newest first, whatever the page's size", async () => {
    const { ctx } = await setLog();
    const whole = await walk(ctx, {}, 100);
    expect(whole).toHaveLength(22);
    expect(getIds(whole)).toEqual(getIds(whole).sort().reverse());
    for (const limit of [1, 3, 11, 22]) expect(getIds(await walk(ctx, {}, limit))).toEqual(getIds(whole));
  });

  test("keeps to the filters on every page", async () => {
    const { ctx, first } = await setLog();
    const whole = await walk(ctx, {}, 100);
    const filter = { webhookId: first.id, eventType: "order.paid", status: "pending" };
    const expected = whole.filter((row) => row.webhookId === first.id && row.eventType === "order.paid");
    expect(expected).toHaveLength(7);
    expect(getIds(await walk(ctx, filter, 2))).toEqual(getIds(expected));
  });

  test("skips and repeats nothing when rows come in between", async () => {
    const { ctx } = await setLog();
    const before = await walk(ctx, {}, 100);
    const page = await listDeliveries({ ctx, input: { limit: 10 } });
    await acceptEvents({ ctx, input: { type: "order.paid", data: orderPaid.example } });
    const rest = await listDeliveries({ ctx, input: { limit: 100, cursor: page.nextCursor ?? "" } });
    expect(getIds([...page.data, ...rest.data])).toEqual(getIds(before));
  });

  test("a cursor that the list did not give is refused", async () => {
    const ctx = await createTestMerchant();
    await expect(listDeliveries({ ctx, input: { cursor: "nonsense" } })).rejects.toMatchObject({
      status: 422,
      fieldErrors: [{ path: "cursor" }],
    });
  });
});

describe("filters", () => {
  test("status and period tell rows apart", async () => {
    const { ctx } = await setLog();
    const [newest] = await walk(ctx, {}, 100);
    if (!newest) throw new Error("There is no delivery.");
    await cancelDelivery({ ctx, input: { id: newest.id } });
    expect(getIds(await walk(ctx, { status: "cancelled" }, 5))).toEqual([newest.id]);
    expect(await walk(ctx, { from: new Date(Date.now() + 60_000).toISOString() }, 5)).toEqual([]);
    expect(await walk(ctx, { to: new Date(Date.now() - 60_000).toISOString() }, 5)).toEqual([]);
    expect(await walk(ctx, { from: new Date(Date.now() - 60_000).toISOString() }, 5)).toHaveLength(22);
  });

  test("tests can be left out, or be all there is", async () => {
    const { ctx, first } = await setLog();
    await testWebhook({ ctx, input: { id: first.id } });
    expect(await walk(ctx, {}, 100)).toHaveLength(23);
    const [test, ...others] = await walk(ctx, { isTest: "true" }, 5);
    expect(test).toMatchObject({ isTest: true, webhookId: first.id });
    expect(others).toEqual([]);
    expect((await walk(ctx, { isTest: "false" }, 5)).filter((row) => !row.isTest)).toHaveLength(22);
    await expect(runFields(listDeliveries, { ctx, input: { isTest: "no" } })).rejects.toMatchObject({
      status: 422,
    });
  });

  test("a row says what its webhook is called and whether it is on", async () => {
    const { ctx, first } = await setLog();
    const [row] = await walk(ctx, { webhookId: first.id }, 100);
    expect(row?.destination).toEqual({
      kind: "webhook",
      id: first.id,
      label: url,
      description: "First",
      state: "active",
    });
  });
});

describe("search", () => {
  test.each(["1003", " #1003 ", "Order 1003", "order 1003 klein"])(
    "finds both deliveries of an order by %j, and those of no other",
    async (search) => {
      const { ctx } = await setLog();
      const found = await walk(ctx, { search }, 1);
      expect(found).toHaveLength(2);
      expect(found.every((row) => row.summary?.startsWith("Order 1003 "))).toBe(true);
    },
  );

  test.each([
    ["37.50", 14],
    ["€37.50", 14],
    ["3750", 0],
    ["Mara Klein", 14],
    ["mara@example.com", 14],
    ["order paid", 14],
    ["table 12", 8],
    ["First", 11],
    ["hooks/2", 11],
    ["first 1003", 1],
  ])("finds what rows show: %j", async (search, rows) => {
    const { ctx } = await setLog();
    expect(await walk(ctx, { search }, 5)).toHaveLength(rows);
  });

  test("an order's own number comes first, before newer rows that only mention it", async () => {
    const { ctx } = await setLog();
    await acceptEvents({
      ctx,
      input: { type: "order.paid", data: { ...orderPaid.example, number: "2000", note: "as 1003" } },
    });
    for (const limit of [1, 2, 3, 10]) {
      const numbers = (await walk(ctx, { search: "1003" }, limit)).map((row) => row.summary?.slice(0, 10));
      expect(numbers).toEqual(["Order 1003", "Order 1003", "Order 2000", "Order 2000"]);
    }
  });

  test("finds by the id of a delivery, an event or a webhook", async () => {
    const { ctx, second } = await setLog();
    const [row] = await walk(ctx, {}, 100);
    if (!row) throw new Error("There is no delivery.");
    expect(getIds(await walk(ctx, { search: row.id }, 5))).toEqual([row.id]);
    expect(await walk(ctx, { search: row.eventId }, 5)).toHaveLength(2);
    expect(await walk(ctx, { search: second.id }, 5)).toHaveLength(11);
  });

  test("a blank search is none", async () => {
    const { ctx } = await setLog();
    for (const search of ["", "  "]) expect(await walk(ctx, { search }, 100)).toHaveLength(22);
  });

  test("takes wildcards literally", async () => {
    const { ctx } = await setLog();
    expect(await walk(ctx, { search: "%" }, 5)).toEqual([]);
    expect(await walk(ctx, { search: "P%Margherita" }, 5)).toEqual([]);
    expect(await walk(ctx, { search: "pizza margherita" }, 100)).toHaveLength(14);
  });

  test("never reaches another merchant's deliveries", async () => {
    const { ctx } = await setLog();
    const [row] = await walk(ctx, {}, 100);
    const stranger = await createTestMerchant();
    expect(await walk(stranger, {}, 100)).toEqual([]);
    expect(await walk(stranger, { search: row?.id }, 100)).toEqual([]);
    expect(await walk(stranger, { search: "1003" }, 100)).toEqual([]);
  });
});
