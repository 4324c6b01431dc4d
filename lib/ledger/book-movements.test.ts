import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import type { Book } from "./book.ts";
import { bookMovements } from "./book-movements.ts";
import { closeDifferences, openDifference } from "./differences.ts";
import { readBalances } from "./read-balances.ts";
import { createMovement, histories } from "./testing/movements.ts";

async function openBook(): Promise<Book> {
  const { merchantId } = await createTestMerchant();
  const accountId = newId("int").replace("int", "acct");
  return { merchantId, book: "merchant", provider: "stripe", environment: "sandbox", accountId };
}

const write = (book: Book, movements: readonly Movement[]) =>
  db().transaction((tx) => bookMovements(tx, book, movements));

/** All that the ledger says of a book, without ids and moments of its own. */
function readLedger({ merchantId }: Book) {
  return db()
    .select({
      sourceId: ledgerJournals.sourceId,
      kind: ledgerJournals.kind,
      account: ledgerEntries.account,
      currency: ledgerEntries.currency,
      amount: ledgerEntries.amount,
    })
    .from(ledgerJournals)
    .leftJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(eq(ledgerJournals.merchantId, merchantId))
    .orderBy(asc(ledgerJournals.sourceId), asc(ledgerEntries.position));
}

function readDifferences({ merchantId }: Book) {
  return db()
    .select({ code: ledgerDifferences.code, subject: ledgerDifferences.subject })
    .from(ledgerDifferences)
    .where(eq(ledgerDifferences.merchantId, merchantId))
    .orderBy(asc(ledgerDifferences.subject), asc(ledgerDifferences.code));
}

const sale = createMovement({
  id: "txn_1",
  kind: "payment",
  currency: "USD",
  amount: 5_000,
  fees: [
    { kind: "platform", amount: 200 },
    { kind: "provider", amount: 175 },
  ],
});

test("a sale of $50.00 at 4 %: $2.00 are the platform's, what Stripe takes stands apart", async () => {
  const book = await openBook();
  await write(book, [sale]);
  const entries = (await readLedger(book)).map(({ account, amount }) => [account, amount]);
  expect(entries).toEqual([
    ["balance", 4_625],
    ["payments", -5_000],
    ["platform_fees", 200],
    ["provider_fees", 175],
  ]);
});

test("what a provider takes for a dispute is a cost of the dispute, and the tax on it stands apart", async () => {
  const book = await openBook();
  const fees = [
    { kind: "provider" as const, amount: 2_000 },
    { kind: "tax" as const, amount: 380 },
  ];
  await write(book, [
    createMovement({ id: "txn_2", kind: "dispute", currency: "EUR", amount: -5_000, fees }),
  ]);
  const entries = (await readLedger(book)).map(({ account, amount }) => [account, amount]);
  expect(entries).toEqual([
    ["balance", -7_380],
    ["disputes", 5_000],
    ["dispute_fees", 2_000],
    ["taxes", 380],
  ]);
});

/** Books that differ in one thing only: where the money lies, or whose it is. */
function booksBeside(book: Book): Book[] {
  return [
    { ...book, accountId: `${book.accountId}_2` },
    { ...book, environment: "live" },
    { ...book, provider: "paypal" },
    { ...book, book: "platform" },
  ];
}

test("the same account elsewhere is a book of its own, also where its movements and questions bear the same names", async () => {
  const book = await openBook();
  const others = booksBeside(book);
  const open = (one: Book, ...subjects: string[]) =>
    db().transaction(async (tx) => {
      for (const subject of subjects)
        await openDifference(tx, one, { code: "balance_differs", subject, params: {} });
    });
  const close = (one: Book, subjects: string[]) =>
    db().transaction((tx) => closeDifferences(tx, one, "balance_differs", subjects));
  const openIn = async () => (await readOpen(book)).map((row) => row.place).toSorted();
  // With another amount: what was one book would have a movement that has changed.
  for (const other of others) {
    expect(await write(other, [{ ...sale, amount: 6_000, net: 5_625 }])).toEqual([sale.id]);
    await open(other, "USD");
  }
  for (const told of [[sale.id], []]) expect(await write(book, [sale])).toEqual(told);
  expect(await readBalances(book, new Date())).toEqual([{ currency: "USD", pending: 0, available: 4_625 }]);
  await open(book, "USD", "EUR");
  const { merchantId } = await createTestMerchant();
  await close({ ...book, merchantId }, ["USD", "EUR"]);
  const all = [...others, book, book].map(placeOf).toSorted();
  expect(await openIn()).toEqual(all);
  await close(book, ["USD"]);
  expect(await openIn()).toEqual([...others, book].map(placeOf).toSorted());
  // What was closed before keeps the moment at which it was.
  const moments = () => db().select({ at: ledgerDifferences.closedAt }).from(ledgerDifferences).where(closed);
  const closed = and(
    eq(ledgerDifferences.merchantId, book.merchantId),
    isNotNull(ledgerDifferences.closedAt),
  );
  const before = await moments();
  await close(book, ["USD"]);
  expect(await moments()).toEqual(before);
});

const placeOf = ({ provider, environment, accountId, book }: Omit<Book, "merchantId">) =>
  [provider, environment, accountId, book].join(" ");

async function readOpen({ merchantId }: Book) {
  const rows = await db()
    .select()
    .from(ledgerDifferences)
    .where(and(eq(ledgerDifferences.merchantId, merchantId), isNull(ledgerDifferences.closedAt)));
  return rows.map((row) => ({ code: row.code, place: placeOf(row) }));
}

test("any order, repetition and splitting of a history makes the same ledger, with the provider's balances", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.infiniteStream(fc.nat()), async (history, dice) => {
      const [straight, crooked] = [await openBook(), await openBook()];
      await write(straight, history);
      const shuffled = [...history, ...history]
        .map((movement) => ({ movement, place: dice.next().value ?? 0 }))
        .sort((one, other) => one.place - other.place)
        .map(({ movement }) => movement);
      for (let start = 0; start < shuffled.length; start += 7) {
        await write(crooked, shuffled.slice(start, start + 7));
      }
      expect(await readLedger(crooked)).toEqual(await readLedger(straight));
      expect(await readDifferences(crooked)).toEqual(await readDifferences(straight));

      const at = new Date("2026-10-15T12:00:00Z");
      const expected = new Map<string, { pending: number; available: number }>();
      for (const { currency, net, availableAt } of history.filter((movement) => movement.at <= at)) {
        const balance = expected.get(currency) ?? { pending: 0, available: 0 };
        balance[availableAt > at ? "pending" : "available"] += net;
        expected.set(currency, balance);
      }
      for (const { currency, pending, available } of await readBalances(crooked, at)) {
        expect({ pending, available }).toEqual(expected.get(currency));
        expected.delete(currency);
      }
      expect([...expected.values()].every(({ pending, available }) => pending + available === 0)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test("twenty who book the same at once make one journal of each movement", async () => {
  const book = await openBook();
  const movements = Array.from({ length: 10 }, (_, place) => ({ ...sale, id: `txn_${place}` }));
  const written = await Promise.all(
    Array.from({ length: 20 }, (_, place) => write(book, place % 2 ? movements : [...movements].reverse())),
  );
  expect(written.flat().sort()).toEqual(movements.map(({ id }) => id).sort());
  expect(new Set((await readLedger(book)).map(({ sourceId }) => sourceId)).size).toBe(10);
});

describe("what is not clear is booked, and opens one difference", () => {
  test.each([
    ["an unknown kind of movement", { ...sale, kind: "unknown" as const }, "movement_unknown"],
    [
      "an unknown kind of fee",
      {
        ...sale,
        fees: [...sale.fees.slice(0, 1), { kind: "unknown" as const, providerKind: "moon_fee", amount: 175 }],
      },
      "movement_unknown",
    ],
    ["parts that do not add up", { ...sale, net: 4_624 }, "movement_does_not_add_up"],
  ])("%s", async (_, movement, code) => {
    const book = await openBook();
    await write(book, [movement]);
    await write(book, [movement]);
    expect(await readDifferences(book)).toEqual([{ code, subject: "txn_1" }]);
    const balance = (await readLedger(book)).find(({ account }) => account === "balance");
    expect(balance?.amount).toBe(movement.net);
  });

  test.each([
    ["amount", { amount: 6_000, net: 5_625 }],
    ["amount, with the same net", { amount: 5_001 }],
    ["net", { net: 4_626 }],
    ["fee", { fee: 376 }],
    ["currency", { currency: "EUR" }],
    ["moment", { at: new Date(sale.at.getTime() + 1_000) }],
  ])("another %s of what is booked changes nothing", async (_, change) => {
    const book = await openBook();
    await write(book, [sale]);
    const before = await readLedger(book);
    for (let time = 0; time < 2; time += 1) await write(book, [{ ...sale, ...change }]);
    expect(await readLedger(book)).toEqual(before);
    expect(await readDifferences(book)).toEqual([{ code: "movement_changed", subject: "txn_1" }]);
  });

  test("a later day of payout, or another word for it, is no change", async () => {
    const book = await openBook();
    await write(book, [sale]);
    await write(book, [
      { ...sale, availableAt: new Date(sale.at.getTime() + 1_000), providerKind: "payment" },
    ]);
    expect(await readDifferences(book)).toEqual([]);
  });

  test("an account whose movements are another merchant's shows nothing of them", async () => {
    const [first, second] = [await openBook(), await openBook()];
    await write(first, [sale]);
    await write({ ...second, accountId: first.accountId }, [sale]);
    expect(await readLedger(second)).toEqual([]);
    expect(await readDifferences(second)).toEqual([
      { code: "account_of_another_merchant", subject: first.accountId },
    ]);
    const own = { ...second, accountId: first.accountId };
    await write(own, [{ ...sale, id: "txn_2", amount: 6_000, net: 5_625 }]);
    expect(await readBalances(own, new Date())).toMatchObject([{ available: 5_625 }]);
    expect(await readBalances(first, new Date())).toMatchObject([{ available: 4_625 }]);
    expect(await readOpen(first)).toEqual([]);
  });
});

describe("the database itself refuses", () => {
  const findJournalId = async (book: Book) => {
    const [row] = await db()
      .select({ id: ledgerJournals.id })
      .from(ledgerJournals)
      .where(eq(ledgerJournals.merchantId, book.merchantId));
    return row?.id ?? "";
  };
  // What is refused as a transaction ends is thrown by the driver itself.
  const message = (error: unknown) => (error instanceof Error ? String(error.cause ?? error) : "");

  test.each([
    ["a changed journal", sql`UPDATE ledger_journals SET currency = 'EUR'`],
    ["a deleted journal", sql`DELETE FROM ledger_journals`],
    ["a changed entry", sql`UPDATE ledger_entries SET amount = 0`],
    ["a deleted entry", sql`DELETE FROM ledger_entries`],
    ["an emptied table of entries", sql`TRUNCATE ledger_entries`],
    ["an emptied table of journals", sql`TRUNCATE ledger_journals CASCADE`],
  ])("%s", async (what, statement) => {
    await write(await openBook(), [sale]);
    const error = await db()
      .execute(statement)
      .catch((refused: unknown) => refused);
    const table = what.includes("journal") ? "ledger_journals" : "ledger_entries";
    expect(message(error)).toContain(`rows of ${table} are never changed or deleted`);
  });

  test("a merchant is deleted while money was booked for them", async () => {
    const book = await openBook();
    await write(book, [sale]);
    const error = await db()
      .execute(sql`DELETE FROM merchants WHERE id = ${book.merchantId}`)
      .catch((refused: unknown) => refused);
    expect(message(error)).toMatch(/ledger_(journals|entries)/);
  });

  test.each([
    ["a journal that does not add up to zero", "USD", 1, /does not add up|entries in place of/],
    ["zero over two currencies only", "EUR", 0, /entries in place of/],
  ])("%s, in an entry that comes later", async (_, currency, amount, why) => {
    const book = await openBook();
    await write(book, [sale]);
    const journalId = await findJournalId(book);
    const entry = { journalId, position: 9, merchantId: book.merchantId, account: "suspense" as const };
    const error = await db()
      .insert(ledgerEntries)
      .values({ ...entry, currency, amount })
      .catch((refused: unknown) => refused);
    expect(message(error)).toMatch(why);
    const rows = and(eq(ledgerEntries.journalId, journalId), eq(ledgerEntries.position, 9));
    expect(await db().select().from(ledgerEntries).where(rows)).toEqual([]);
  });

  const journalRow = (book: Book) => ({
    id: newId("jnl"),
    ...book,
    sourceId: "txn_crooked",
    kind: "payment" as const,
    providerKind: "charge",
    currency: "USD",
    fingerprint: "",
    entryCount: 2,
    effectiveAt: sale.at,
    reportedAt: sale.at,
    availableAt: sale.availableAt,
    facts: {},
  });

  test("a new journal without its entries", async () => {
    const book = await openBook();
    const error = await db()
      .insert(ledgerJournals)
      .values(journalRow(book))
      .catch((refused: unknown) => refused);
    expect(message(error)).toMatch(/has 0 entries in place of 2/);
    expect(await readLedger(book)).toEqual([]);
  });

  test("two entries in one place of a journal", async () => {
    const book = await openBook();
    const journal = journalRow(book);
    const row = { journalId: journal.id, merchantId: book.merchantId, position: 0, currency: "USD" };
    const error = await db()
      .transaction(async (tx) => {
        await tx.insert(ledgerJournals).values(journal);
        await tx.insert(ledgerEntries).values([
          { ...row, account: "balance", amount: 100 },
          { ...row, account: "payments", amount: -100 },
        ]);
      })
      .catch((refused: unknown) => refused);
    expect(message(error)).toMatch(/duplicate key/);
    expect(await readLedger(book)).toEqual([]);
  });

  test("a new journal whose entries do not add up in each currency", async () => {
    const book = await openBook();
    const journal = journalRow(book);
    const row = { journalId: journal.id, merchantId: book.merchantId };
    const error = await db()
      .transaction(async (tx) => {
        await tx.insert(ledgerJournals).values(journal);
        await tx.insert(ledgerEntries).values([
          { ...row, position: 0, account: "balance", currency: "USD", amount: 100 },
          { ...row, position: 1, account: "payments", currency: "EUR", amount: -100 },
        ]);
      })
      .catch((refused: unknown) => refused);
    expect(message(error)).toMatch(/does not add up to zero/);
    expect(await readLedger(book)).toEqual([]);
  });
});
