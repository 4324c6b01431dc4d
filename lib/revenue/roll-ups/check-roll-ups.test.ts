import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import { newId } from "#lib/ids.ts";
import { endRuns, goOn } from "#lib/work/runs.ts";
import { addCharge, bookAll, movement, openShop } from "../testing/scene.ts";
import { checkRollUps, merchantsWithMoney } from "./check-roll-ups.ts";

const paidAt = new Date("2026-10-02T10:00:00Z");

afterEach(goOn);

async function openBooked() {
  const shop = await openShop();
  const sale = { id: newId("evt"), kind: "payment", currency: "EUR", amount: 500, at: paidAt } as const;
  await bookAll(shop.book, [movement(sale)]);
  return shop;
}

test("whoever has payments or journals is checked, once, and nobody else", async () => {
  const [none, booked, sold] = [await openShop(), await openBooked(), await openShop()];
  await addCharge(sold, { amount: 500, paidAt });
  await addCharge(booked, { amount: 500, paidAt });
  const own = [none, booked, sold].map(({ merchantId }) => merchantId);
  const found = (await merchantsWithMoney()).filter((id) => own.includes(id));
  expect(found).toEqual([booked.merchantId, sold.merchantId].toSorted());
});

test("what differs is told by merchant, of each that is asked for, until the process is to end", async () => {
  const [one, other] = [await openBooked(), await openBooked()];
  await db()
    .update(revenueQuarters)
    .set({ payments: sql`${revenueQuarters.payments} + 1` })
    .where(eq(revenueQuarters.merchantId, other.merchantId));
  const ids = [one.merchantId, other.merchantId];
  const { merchants, differences } = await checkRollUps(ids);
  expect(merchants).toBe(2);
  expect(differences).toMatchObject([
    {
      table: "revenue_quarters",
      merchantId: other.merchantId,
      column: "payments",
      stored: 501,
      expected: 500,
    },
  ]);
  await endRuns();
  expect(await checkRollUps(ids)).toEqual({ merchants: 0, differences: [] });
});
