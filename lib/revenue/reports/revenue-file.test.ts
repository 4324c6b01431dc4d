import { expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { revenueEndpoints } from "#lib/api/revenue.ts";
import { handle } from "#lib/transport/handle.ts";
import { addCharge, bookAll, movement, openShop } from "../testing/scene.ts";
import { getRevenueFile } from "./revenue-file.ts";

const paidAt = new Date("2025-10-25T23:30:00Z");
const days = { from: "2025-10-25", to: "2025-10-27" };

function readRows(file: string): string[][] {
  return file
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}

test("each day stands with decimal amounts, the zone and the currency in the headings, and the total below", async () => {
  const shop = await openShop("Europe/Berlin");
  await bookAll(shop.book, [
    movement({
      id: "1",
      kind: "payment",
      currency: "EUR",
      amount: 3_750,
      fees: [{ kind: "platform", amount: 150 }],
      at: paidAt,
    }),
  ]);
  const rows = readRows(await getRevenueFile({ ctx: shop.ctx, input: days }));
  expect(rows[0]?.slice(0, 5)).toEqual([
    "Day (Europe/Berlin)",
    "From (UTC)",
    "To (UTC)",
    "Part",
    "Gross (EUR)",
  ]);
  const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
  const told = rows
    .slice(1)
    .map((row) => [
      row[0],
      row[column("Gross (EUR)")],
      row[column("Platform fees (EUR)")],
      row[column("Net (EUR)")],
    ]);
  expect(told).toEqual([
    ["2025-10-25", "0.00", "0.00", "0.00"],
    ["2025-10-26", "37.50", "-1.50", "36.00"],
    ["2025-10-27", "0.00", "0.00", "0.00"],
    ["Total", "37.50", "-1.50", "36.00"],
  ]);
});

test.each([
  ["JPY", "3750"],
  ["KWD", "3.750"],
])("amounts in %s have its digits", async (currency, text) => {
  const shop = await openShop();
  await addCharge(shop, { amount: 3_750, paidAt, currency, tableNumber: "12" });
  const rows = readRows(await getRevenueFile({ ctx: shop.ctx, input: { ...days, by: "table" } }));
  expect(rows[1]?.[3]).toBe(text);
});

test("a product whose name is a formula is a text, and hours of the clock are no dates", async () => {
  const shop = await openShop();
  await addCharge(shop, { amount: 500, paidAt, lines: [{ name: "=1+1", quantity: 1, amount: 500 }] });
  const products = await getRevenueFile({ ctx: shop.ctx, input: { ...days, by: "product" } });
  expect(products).toContain("\r\n'=1+1,");
  const clock = await getRevenueFile({ ctx: shop.ctx, input: { ...days, by: "weekday_hour" } });
  expect(clock).toContain("\r\nSaturday 23:00,");
});

test("the route gives a file", async () => {
  const shop = await openShop();
  const key = await createTestApiKey(shop.ctx, ["read"]);
  const request = new Request("http://localhost:3000/api/payments/revenue.csv?by=week", {
    headers: { authorization: `Bearer ${key}` },
  });
  const answer = await handle(revenueEndpoints.getRevenueFile)(request, { params: Promise.resolve({}) });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="revenue.csv"');
  expect(await answer.text()).toContain("Week from (UTC)");
});

test("what was sold stands with its quantity where it is a product, then all others, then what no order says", async () => {
  const shop = await openShop();
  const soup = { name: "Soup", quantity: 2, amount: 500 };
  const bread = { name: "Bread", quantity: 3, amount: 200 };
  await addCharge(shop, { amount: 900, paidAt, qrCodeId: "qr_1", lines: [soup, bread] });
  await addCharge(shop, { amount: 300, paidAt, qrCodeId: "qr_2" });
  const rows = async (by: "product" | "code") => {
    const [, ...read] = readRows(await getRevenueFile({ ctx: shop.ctx, input: { ...days, by, limit: 1 } }));
    return read.map(([value, , , ...numbers]) => [value, ...numbers]);
  };
  expect(await rows("product")).toEqual([
    ["Soup", "5.00", "0.00", "1", "2"],
    ["All others", "2.00", "0.00", "", "3"],
    ["Not told by an order", "5.00", "0.00", "", "0"],
    ["Total", "12.00", "0.00", "2", ""],
  ]);
  expect(await rows("code")).toEqual([
    ["qr_1", "9.00", "0.00", "1", ""],
    ["All others", "3.00", "0.00", "1", ""],
    ["Total", "12.00", "0.00", "2", ""],
  ]);
});

test("of a merchant without any payment numbers stand without a currency, and averages of nothing are empty", async () => {
  const shop = await openShop();
  const [heading = [], ...rows] = readRows(
    await getRevenueFile({ ctx: shop.ctx, input: { ...days, by: "hour_of_day" } }),
  );
  const cell = (row: readonly string[] | undefined, name: string) => row?.[heading.indexOf(name)];
  expect(rows).toHaveLength(25);
  expect(rows[5]?.[0]).toBe("05:00");
  expect([cell(rows[5], "Gross"), cell(rows[5], "Orders"), cell(rows[5], "Average order")]).toEqual([
    "0",
    "0",
    "",
  ]);
});
