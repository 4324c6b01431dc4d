import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import type { HeldBalance } from "#lib/providers/contract/payments.ts";
import { compareBalances } from "./compare-balances.ts";

const hourMs = 3_600_000;
const now = new Date("2026-10-10T12:00:00Z");

/** A book of movements that become available so many hours from now. */
async function openBook(movements: readonly [currency: string, amount: number, hours: number][]) {
  const { merchantId } = await createTestMerchant();
  const book = {
    merchantId,
    book: "merchant",
    provider: "stripe",
    environment: "live",
    accountId: newId("sbx"),
  } as const;
  const at = new Date(now.getTime() - 100 * hourMs);
  const all = movements.map(([currency, amount, hours]) => ({
    ...createMovement({ id: newId("evt"), kind: "payment", currency, amount }),
    at,
    availableAt: new Date(now.getTime() + hours * hourMs),
  }));
  await db().transaction((tx) => bookMovements(tx, book, all));
  return book;
}

const held = (currency: string, available: number, pending: number): HeldBalance => ({
  currency,
  available,
  pending,
});

describe("a balance", () => {
  test.each([
    ["as the ledger has it now", 100, 600, []],
    ["of which something was counted a little early", 300, 400, []],
    ["of which what is due in days is available", 700, 0, [{ difference: 600, inLedger: 100 }]],
    ["of which what was due days ago is pending", 0, 700, [{ difference: -100, inLedger: 100 }]],
    ["of one less in all", 100, 599, [{ difference: -1, inLedger: 700 }]],
    ["of another division", 150, 550, [{ difference: 50, inLedger: 100 }]],
  ])("%s", async (_, available, pending, differing) => {
    const book = await openBook([
      ["EUR", 100, -48],
      ["EUR", 200, 0.5],
      ["EUR", 400, 72],
    ]);
    const theirs = [held("EUR", available, pending)];
    expect(await compareBalances(book, theirs, { isAnyTime: false, now })).toMatchObject(differing);
  });

  test("that was right days ago alone, or is held in no currency at all, is not", async () => {
    const book = await openBook([
      ["EUR", 100, -96],
      ["EUR", 200, -72],
    ]);
    const then = [held("EUR", 100, 200)];
    expect(await compareBalances(book, then, { isAnyTime: false, now })).toMatchObject([
      { difference: -200 },
    ]);
    expect(await compareBalances(book, [], { isAnyTime: false, now })).toMatchObject([
      { currency: "EUR", difference: -300 },
    ]);
  });

  test("of a sandbox is what it was, or will be, at any one moment", async () => {
    const book = await openBook([
      ["EUR", 60, -96],
      ["EUR", 40, -48],
      ["EUR", 100, 72],
      ["EUR", 300, 96],
    ]);
    for (const available of [0, 60, 100, 200, 500]) {
      const theirs = [held("EUR", available, 500 - available)];
      expect(await compareBalances(book, theirs, { isAnyTime: true, now })).toEqual([]);
    }
    const never = [held("EUR", 50, 450)];
    expect(await compareBalances(book, never, { isAnyTime: true, now })).toMatchObject([
      { difference: -450 },
    ]);
  });

  test.each(["EUR", "USD"])("is compared in all currencies at one moment: %s alone is not", async (early) => {
    const book = await openBook([
      ["EUR", 100, 0.5],
      ["USD", 100, 0.5],
    ]);
    const theirs = ["EUR", "USD"].map((code) => (code === early ? held(code, 100, 0) : held(code, 0, 100)));
    expect(await compareBalances(book, theirs, { isAnyTime: false, now })).toMatchObject([
      { currency: early, difference: 100 },
    ]);
    const both = ["EUR", "USD"].map((code) => held(code, 100, 0));
    expect(await compareBalances(book, both, { isAnyTime: false, now })).toEqual([]);
  });
});
