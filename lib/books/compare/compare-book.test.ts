import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerJournals } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { payouts } from "#db/schema/payments.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Book } from "#lib/ledger/book.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import { listNeighbours } from "#lib/ledger/testing/neighbours.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import { openScriptedAccount, scriptedReader } from "../testing/scripted-books.ts";
import { payoutState } from "../testing/states.ts";
import { toBook } from "../to-book.ts";
import type { Unread } from "../unreadable.ts";
import { compareBook, type Sources } from "./compare-account.ts";
import { repairObjects } from "./repair-objects.ts";

const dayMs = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * dayMs);
const torn = (id: string) => ({ id, reason: "amount" });

/** A sale of so much, so many days ago, available at once. */
const sale = (id: string, amount: number, days: number): Movement => {
  const at = ago(days);
  return { ...createMovement({ id, kind: "payment", currency: "EUR", amount }), at, availableAt: at };
};

const bookAll = (book: Book, movements: readonly Movement[]) =>
  db().transaction((tx) => bookMovements(tx, book, movements));

/** A provider that lists movements, two a page, and holds what they come to; what it was asked for. */
function provider(movements: readonly Movement[], over: { unread?: Unread; held?: readonly number[] } = {}) {
  const asked: (Date | null)[] = [];
  const held = [...(over.held ?? [])];
  const sum = movements.reduce((total, { net }) => total + net, 0);
  const sources: Sources = {
    movements: async (since, cursor) => {
      if (cursor === null) asked.push(since);
      const listed = movements.filter(({ at }) => since === null || at >= since);
      const start = Number(cursor ?? 0);
      const next = start + 2 < listed.length ? String(start + 2) : null;
      const unread = cursor === null ? (over.unread ?? []) : [];
      return {
        items: listed.slice(start, start + 2).map((movement) => ({ movement, object: null })),
        unread,
        next,
      };
    },
    balances: async () => [{ currency: "EUR", pending: 0, available: held.shift() ?? sum }],
  };
  return { sources, asked };
}

const nothingElse = async (): Promise<Unread> => [];

async function reread({ id }: PaymentAccountRow): Promise<PaymentAccountRow> {
  const [row] = await db().select().from(paymentAccounts).where(eq(paymentAccounts.id, id));
  if (!row) throw new Error("The account is gone.");
  return row;
}

async function compare(
  account: PaymentAccountRow,
  { sources }: ReturnType<typeof provider>,
  also = nothingElse,
) {
  const compared = await compareBook(await reread(account), sources, also);
  return { ...compared, row: await reread(account) };
}

async function cases({ accountId }: Pick<PaymentAccountRow, "accountId">) {
  const open = and(eq(ledgerDifferences.accountId, accountId), isNull(ledgerDifferences.closedAt));
  const rows = await db().select().from(ledgerDifferences).where(open);
  return rows.map(({ code, subject }) => `${code} ${subject}`).toSorted();
}

const toMinute = (at: Date) => new Date(Math.floor(at.getTime() / 60_000) * 60_000);

describe("what could not be read", () => {
  test("of any list is a question that holds up the minute, until all can be read", async () => {
    const account = await openScriptedAccount();
    const listed = [sale("txn_1", 900, 1)];
    const whole = provider(listed);
    const before = (await compare(account, whole)).row.agreedUntil;
    const also = async () => [torn("du_1")];
    const odd = provider(listed, { unread: [torn("txn_2"), { id: null, reason: "id" }] });
    const book = toBook(account);
    const params = {};
    await db().transaction(async (tx) => {
      for (const subject of ["du_1", "po_1"]) {
        await openDifference(tx, book, { code: "movement_unreadable", subject, params });
      }
    });
    // An object that was not readable was taken for one that is, as no list of movements has it.
    const met = await compare(account, odd, also);
    const questions = ["movement_unreadable ", "movement_unreadable du_1", "movement_unreadable txn_2"];
    expect(await cases(account)).toEqual(questions);
    expect(met.open).toBe(3);
    expect(met.row.agreedUntil).toEqual(before);
    expect((await compare(account, whole)).open).toBe(0);
    expect(await cases(account)).toEqual([]);
  });

  test("of refunds, disputes and payouts is told when they are read again, each list since its own moment", async () => {
    const account = await openScriptedAccount();
    const asked: string[] = [];
    const since = ago(3);
    const payout = { ...payoutState, payoutId: `po_${account.id}` };
    const { ask } = scriptedReader({
      objects: async (_, { kind, since: from, cursor }) => {
        const days = from === null ? "all" : Math.round((Date.now() - from.getTime()) / dayMs);
        if (cursor === null) asked.push(`${kind} ${days}`);
        const unread = kind === "payout" ? [] : [torn(`${kind}_torn`)];
        // Payouts lie on two pages.
        if (kind !== "payout") return { items: [], unread, next: null };
        const state = cursor === null ? payout : { ...payout, payoutId: `${payout.payoutId}_2` };
        return { items: [{ kind, state }], unread, next: cursor === null ? "2" : null };
      },
    });
    const unread = await repairObjects(account, since, ask);
    expect(unread.map(({ id }) => id)).toEqual(["refund_torn", "dispute_torn"]);
    expect(await cases(account)).toEqual([
      "movement_unreadable dispute_torn",
      "movement_unreadable refund_torn",
    ]);
    const own = eq(payouts.accountId, account.accountId);
    expect(await db().$count(payouts, own)).toBe(2);
    await repairObjects(account, null, ask);
    expect(asked).toEqual(["refund 3", "dispute 123", "payout 3", "refund all", "dispute all", "payout all"]);
  });
});

test("a book is compared by itself: what another place, account or book has of the same ids is none of it", async () => {
  const account = await openScriptedAccount({ readUntil: ago(0) });
  const book = toBook(account);
  const [own, strange] = [sale(`txn_${account.id}`, 900, 2), sale(`txn_strange_${account.id}`, 5, 2)];
  for (const neighbour of listNeighbours(book)) {
    const said = { ...own, amount: 77, net: 77 };
    await bookAll(neighbour, [said, strange]);
    await db().transaction(async (tx) => {
      for (const code of ["movement_not_at_provider", "balance_differs", "movement_changed"] as const) {
        await openDifference(tx, neighbour, { code, subject: own.id, params: {} });
      }
    });
  }
  await bookAll(book, [own]);
  const stranger = await createTestMerchant();
  await bookAll({ ...book, ...stranger, merchantId: stranger.merchantId }, [strange]);
  const compared = await compare(account, provider([own]));
  expect(compared).toMatchObject({ mended: 0, open: 0 });
  expect(compared.agreedUntil).toEqual(compared.row.agreedUntil);
  const left = await db().$count(
    ledgerDifferences,
    and(eq(ledgerDifferences.subject, own.id), isNull(ledgerDifferences.closedAt)),
  );
  expect(left).toBe(12);
});

test("what agrees is looked at again for three days, and all of it where the balance differs", async () => {
  const account = await openScriptedAccount();
  const movements = [sale("txn_3", 300, 1), sale("txn_2", 200, 2), sale("txn_1", 100, 20)];
  const listed = provider(movements);
  const first = await compare(account, listed);
  expect(first).toMatchObject({ mended: 3, open: 0 });
  expect(first.row.agreedUntil?.getTime()).toBeGreaterThanOrEqual(toMinute(ago(0)).getTime() - 60_000);
  // The book agrees up to a moment; what is three days older is not asked for any more.
  await compare(account, listed);
  const agreed = first.row.agreedUntil?.getTime() ?? 0;
  expect(listed.asked).toEqual([null, new Date(agreed - 3 * dayMs)]);
  // Of what was not asked for nothing is said.
  expect(await cases(account)).toEqual([]);
  const lacking = provider([...movements, sale("txn_0", 50, 30)]);
  const all = await compare(account, lacking);
  expect(lacking.asked.map((since) => since === null)).toEqual([false, true]);
  expect(all).toMatchObject({ mended: 1, open: 0 });
  expect(await db().$count(ledgerJournals, eq(ledgerJournals.accountId, account.accountId))).toBe(4);
});

test("where something moves between list and balance both are read again, three times at most", async () => {
  const account = await openScriptedAccount();
  const listed = [sale("txn_1", 900, 1)];
  const settles = provider(listed, { held: [800, 850] });
  expect(await compare(account, settles)).toMatchObject({ mended: 1, open: 0 });
  expect(settles.asked).toHaveLength(2);
  const never = await openScriptedAccount();
  const agrees = provider(listed, { held: [800, 900] });
  await compare(account, agrees);
  expect(agrees.asked).toHaveLength(1);
  const moving = provider(listed, { held: [1, 2, 3, 4, 5, 6, 7, 8] });
  expect(await compare(never, moving)).toMatchObject({ mended: 1, open: 1, agreedUntil: null });
  expect(moving.asked).toHaveLength(3);
  const still = await openScriptedAccount();
  const other = provider(listed, { held: [5, 5] });
  await compare(still, other);
  expect(other.asked).toHaveLength(1);
  expect(await cases(still)).toEqual(["balance_differs EUR"]);
});

test("only what a reading had passed by is a case of its own, not what was on its way", async () => {
  const noted = async (readUntil: Date | null) => {
    const account = await openScriptedAccount({ readUntil });
    await compare(account, provider([sale("txn_1", 900, 2)]));
    const rows = await db()
      .select({ code: ledgerDifferences.code, params: ledgerDifferences.params })
      .from(ledgerDifferences)
      .where(eq(ledgerDifferences.accountId, account.accountId));
    return rows;
  };
  expect(await noted(null)).toEqual([]);
  expect(await noted(ago(3))).toEqual([]);
  const params = { kind: "payment", currency: "EUR", amount: 900, net: 900 };
  expect(await noted(ago(1))).toEqual([{ code: "movement_missing", params }]);
});

test("what the provider does not list is open also where nothing was compared before", async () => {
  const account = await openScriptedAccount();
  await bookAll(toBook(account), [sale("txn_2", 100, 1)]);
  await compare(account, provider([sale("txn_1", 900, 2)], { held: [1_000, 1_000] }));
  expect(await cases(account)).toEqual(["movement_not_at_provider txn_2"]);
});

test("what the provider lists no more, or says otherwise, is open until the two say the same again", async () => {
  const account = await openScriptedAccount();
  const [one, other] = [sale("txn_1", 900, 2), sale("txn_2", 100, 1)];
  await compare(account, provider([one, other]));
  const gone = await compare(account, provider([one]));
  expect(await cases(account)).toEqual(["balance_differs EUR", "movement_not_at_provider txn_2"]);
  expect(gone.row.agreedUntil).toEqual(other.at);
  // Elsewhere something of the same name happened long before.
  for (const neighbour of listNeighbours(toBook(account)))
    await bookAll(neighbour, [{ ...one, at: ago(50) }]);
  const changed = await compare(account, provider([{ ...one, net: 800, amount: 800 }]));
  expect(await cases(account)).toEqual([
    "balance_differs EUR",
    "movement_changed txn_1",
    "movement_not_at_provider txn_2",
  ]);
  expect(changed.row.agreedUntil).toEqual(one.at);
  const over = await compare(account, provider([one, other]));
  expect(over).toMatchObject({ open: 0, mended: 0 });
  expect(over.row.agreedUntil?.getTime()).toBeGreaterThan(other.at.getTime());
  expect(over.row.comparedAt).not.toBeNull();
});

test("what is booked while the list is read is not expected in it", async () => {
  const account = await openScriptedAccount();
  const listed = [sale("txn_1", 900, 1)];
  const { sources } = provider(listed, { held: [900, 1_000] });
  const compared = await compareBook(
    account,
    {
      ...sources,
      movements: async (since, cursor) => {
        await bookAll(toBook(account), [sale("txn_2", 100, 0)]);
        return sources.movements(since, cursor);
      },
    },
    nothingElse,
  );
  expect(compared).toMatchObject({ mended: 1, open: 0 });
});

test("where the provider's clock is ahead, all agrees up to the newest that it tells of, and no other account does", async () => {
  const account = await openScriptedAccount();
  const other = await openScriptedAccount();
  const movements = [sale("txn_1", 900, -5), sale("txn_2", 100, -9), sale("txn_3", 50, -7)];
  const { row } = await compare(account, provider(movements));
  expect(row.agreedUntil).toEqual(movements[1]?.at);
  expect(await reread(other)).toEqual(other);
});

test("a question about what both have does not hold up the minute, and no case moves it forward", async () => {
  const account = await openScriptedAccount();
  const listed = provider([sale("txn_1", 900, 2)]);
  const open = (code: "movement_unknown" | "payout_differs", subject: string) =>
    db().transaction((tx) => openDifference(tx, toBook(account), { code, subject, params: {} }));
  await open("payout_differs", "po_1");
  // Nobody can say from when on it differs.
  expect((await compare(account, listed)).row.agreedUntil).toBeNull();
  await db().delete(ledgerDifferences).where(eq(ledgerDifferences.accountId, account.accountId));
  await open("movement_unknown", "txn_1");
  const compared = await compare(account, listed);
  expect(compared.open).toBe(1);
  expect(compared.row.agreedUntil?.getTime()).toBeGreaterThan(ago(1).getTime());
});

test("a list that names its own place again as the next one has come to its end", async () => {
  const account = await openScriptedAccount();
  let pages = 0;
  const sources: Sources = {
    movements: async () => {
      pages += 1;
      const items = pages > 5 ? [] : [{ movement: sale(`txn_${pages}`, 100, 1), object: null }];
      return { items, unread: [], next: pages > 5 ? null : "again" };
    },
    balances: async () => [{ currency: "EUR", pending: 0, available: 200 }],
  };
  expect(await compareBook(account, sources, nothingElse)).toMatchObject({ mended: 2, open: 0 });
});

test("a day of the ledger that is not what it was when it was closed is a case, and closed days follow what agrees", async () => {
  const account = await openScriptedAccount();
  const listed = provider([sale("txn_1", 900, 4)]);
  const first = await compare(account, listed);
  const until = first.row.sealedUntil;
  expect(until?.getTime()).toBeGreaterThan(ago(3).getTime());
  // The chain says that a day more is closed than there are seals.
  const later = new Date((until?.getTime() ?? 0) + dayMs);
  await db().update(paymentAccounts).set({ sealedUntil: later }).where(eq(paymentAccounts.id, account.id));
  const broken = await compare(account, listed);
  expect(await cases(account)).toEqual([`seal_broken ${later.toISOString().slice(0, 10)}`]);
  expect(broken.row.agreedUntil).toEqual(first.row.agreedUntil);
  await db().update(paymentAccounts).set({ sealedUntil: until }).where(eq(paymentAccounts.id, account.id));
  expect((await compare(account, listed)).open).toBe(0);
});
