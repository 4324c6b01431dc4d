import { expect, test } from "vitest";
import { listSales } from "../list-sales.ts";
import { addCharge, openShop } from "../testing/scene.ts";
import { walkPages } from "../testing/walk-pages.ts";

const at = (minute: number) => new Date(Date.parse("2025-10-25T12:00:00Z") + minute * 60_000);

test("what no order says it of is listed by the payments that have some of it left, and by no other", async () => {
  const shop = await openShop();
  const soup = (amount: number) => [{ name: "Soup", quantity: 1, amount }];
  const told = { amount: 500, tableNumber: "7", qrCodeId: "qr_7" };
  await addCharge(shop, { ...told, paidAt: at(0), lines: soup(500) });
  const inPart = await addCharge(shop, { ...told, paidAt: at(1), lines: soup(300) });
  // Its tip was told when it was paid, and its lines come to all of it.
  const tipped = await addCharge(shop, { ...told, paidAt: at(2), tip: 100, lines: soup(500) });
  const silent = await addCharge(shop, { amount: 700, paidAt: at(3), tip: 50 });
  const list = async (by: "product" | "code" | "table") => {
    const rows = await walkPages(listSales, shop.ctx, { by, isUnknown: "true", limit: 2 });
    return rows.map(({ chargeId, value, sales, tips, orders }) => [chargeId, value, sales, tips, orders]);
  };
  expect(await list("product")).toEqual([
    [silent.id, null, 700, 50, 1],
    [tipped.id, null, 0, 100, 0],
    [inPart.id, null, 200, 0, 0],
  ]);
  for (const by of ["code", "table"] as const)
    expect(await list(by)).toEqual([[silent.id, null, 700, 50, 1]]);
});
