import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, type Tx } from "#db/client.ts";
import { ledgerJournals } from "#db/schema/ledger.ts";
import { ledgerSeals, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import type { Movement } from "#lib/providers/contract/movement.ts";
import { toBook } from "../to-book.ts";
import { dayMs, dayStart, dayText, hashDay } from "./day-hash.ts";
import { sealDays } from "./seal-days.ts";
import { verifySeals } from "./verify-seals.ts";

async function openAccount(): Promise<PaymentAccountRow> {
  const { merchantId } = await createTestMerchant();
  const accountId = newId("int").replace("int", "acct");
  const place = { merchantId, provider: "stripe", environment: "sandbox" as const, accountId };
  const [row] = await db()
    .insert(paymentAccounts)
    .values({ id: newId("pac"), ...place, integrationId: null, book: "merchant", agreedUntil: new Date() })
    .returning();
  if (!row) throw new Error("No account was written.");
  return row;
}

/** One and the same in a whole test, also around midnight. */
const now = Date.now();
const daysAgo = (days: number) => new Date(now - days * dayMs);

function sale(days: number, amount = 500): Movement {
  const made = createMovement({ id: newId("evt"), kind: "payment", currency: "EUR", amount });
  return { ...made, at: daysAgo(days), availableAt: daysAgo(days) };
}

const write = (account: PaymentAccountRow, movements: readonly Movement[]) =>
  db().transaction((tx) => bookMovements(tx, toBook(account), movements));

const verify = (account: PaymentAccountRow) => db().transaction((tx) => verifySeals(tx, account));

/** Books that differ in one thing only: where the money lies, or whose it is. */
async function accountsBeside(account: PaymentAccountRow): Promise<PaymentAccountRow[]> {
  const { merchantId } = await createTestMerchant();
  return [
    { ...account, accountId: `${account.accountId}_2` },
    { ...account, environment: "live" },
    { ...account, provider: "paypal" },
    { ...account, book: "platform" },
    { ...account, merchantId },
  ];
}

test("days that are over and agree are closed one after the other, those without a movement too", async () => {
  const account = await openAccount();
  expect(await sealDays(account)).toEqual([]);
  // What the same account has elsewhere is of no day of this one.
  for (const other of await accountsBeside(account)) await write(other, [sale(9), sale(5)]);
  await write(account, [sale(5), sale(5), sale(2)]);
  const sealed = await sealDays(account);
  expect(sealed.slice(0, 3)).toEqual([5, 4, 3].map((days) => dayText(daysAgo(days))));
  const rows = await db().select().from(ledgerSeals).where(eq(ledgerSeals.paymentAccountId, account.id));
  expect(rows.slice(0, 3).map(({ journals }) => journals)).toEqual([2, 0, 0]);
  expect(rows[1]?.previousHash).toBe(rows[0]?.hash);
  expect(await verify(account)).toEqual({ days: sealed.length, broken: null });
  const since = dayText(daysAgo(3));
  const lately = await db().transaction((tx) => verifySeals(tx, account, since));
  expect(lately).toEqual({ days: sealed.length - 2, broken: null });
  expect(await sealDays(account)).toEqual([]);
});

test("no day is closed up to which not all agrees, nor one that has ended only just", async () => {
  const account = await openAccount();
  await write(account, [sale(5)]);
  const own = eq(paymentAccounts.id, account.id);
  await db()
    .update(paymentAccounts)
    .set({ agreedUntil: daysAgo(4) })
    .where(own);
  expect(await sealDays(account)).toEqual([dayText(daysAgo(5))]);
  await db().update(paymentAccounts).set({ agreedUntil: null }).where(own);
  expect(await sealDays(account)).toEqual([]);
  await db()
    .update(paymentAccounts)
    .set({ agreedUntil: daysAgo(-3) })
    .where(own);
  expect(await sealDays(account)).not.toContain(dayText(new Date()));
});

test("a day is closed six hours after it has ended, not before", async () => {
  const account = await openAccount();
  await write(account, [sale(5)]);
  const agreed = eq(paymentAccounts.id, account.id);
  await db()
    .update(paymentAccounts)
    .set({ agreedUntil: daysAgo(-3) })
    .where(agreed);
  const next = new Date(`${dayText(daysAgo(4))}T05:59:00Z`);
  expect(await sealDays(account, next)).toEqual([]);
  expect(await sealDays(account, new Date(next.getTime() + 120_000))).toEqual([dayText(daysAgo(5))]);
});

test.each([
  ["changed", sql`UPDATE ledger_seals SET hash = 'forged'`],
  ["deleted", sql`DELETE FROM ledger_seals`],
  ["emptied", sql`TRUNCATE ledger_seals`],
])("the database itself refuses that seals are %s", async (_, statement) => {
  const account = await openAccount();
  await write(account, [sale(5)]);
  await sealDays(account);
  const refused = await db()
    .execute(statement)
    .catch((error: unknown) => error);
  expect(refused instanceof Error && String(refused.cause)).toMatch(
    /rows of ledger_seals are never changed or deleted/,
  );
});

test("the database itself refuses to close a day twice", async () => {
  const account = await openAccount();
  await write(account, [sale(5)]);
  await sealDays(account);
  const again = db().execute(
    sql`INSERT INTO ledger_seals SELECT * FROM ledger_seals WHERE payment_account_id = ${account.id}`,
  );
  await expect(again).rejects.toMatchObject({ cause: { code: "23505" } });
});

test("what becomes known of a closed day is of the day on which it became known, and breaks no seal", async () => {
  const account = await openAccount();
  await write(account, [sale(5)]);
  await sealDays(account);
  const late = sale(4, 900);
  const before = Date.now();
  await write(account, [late]);
  const [row] = await db()
    .select()
    .from(ledgerJournals)
    .where(and(eq(ledgerJournals.accountId, account.accountId), eq(ledgerJournals.sourceId, late.id)));
  expect(row?.effectiveAt).toEqual(late.at);
  expect(row?.reportedAt).toEqual(row?.recordedAt);
  expect(row?.reportedAt.getTime()).toBeGreaterThanOrEqual(before - 5_000);
  expect((await verify(account)).broken).toBeNull();
  // What happens now is of today.
  const fresh = sale(0);
  await write(account, [fresh]);
  const [today] = await db().select().from(ledgerJournals).where(eq(ledgerJournals.sourceId, fresh.id));
  expect(today?.reportedAt).toEqual(fresh.at);
  // The same account elsewhere has not closed anything.
  for (const other of (await accountsBeside(account)).slice(0, -1)) {
    const early = sale(4, 800);
    await write(other, [early]);
    const own = and(eq(ledgerJournals.environment, other.environment), eq(ledgerJournals.sourceId, early.id));
    const [written] = await db().select().from(ledgerJournals).where(own);
    expect(written?.reportedAt).toEqual(early.at);
  }
});

test("a day is not closed while something is booked into it", async () => {
  const account = await openAccount();
  await write(account, [sale(5)]);
  const order: string[] = [];
  let sealing: Promise<unknown> = Promise.resolve();
  await db().transaction(async (tx) => {
    await bookMovements(tx, toBook(account), [sale(5)]);
    sealing = sealDays(account).then(() => order.push("sealed"));
    await tx.execute(sql`SELECT pg_sleep(0.2)`);
    order.push("booked");
  });
  await sealing;
  expect(order).toEqual(["booked", "sealed"]);
  const [first] = await db().select().from(ledgerSeals).where(eq(ledgerSeals.paymentAccountId, account.id));
  expect(first?.journals).toBe(2);
  expect((await verify(account)).broken).toBeNull();
});

class Undo extends Error {}

/** Changes the ledger as no program of ours can: without its guards, in a transaction that is taken back. */
async function tampered(account: PaymentAccountRow, change: (tx: Tx) => Promise<unknown>) {
  let found: string | null = null;
  const undone = await db()
    .transaction(async (tx) => {
      for (const table of ["ledger_journals", "ledger_entries", "ledger_seals"]) {
        await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} DISABLE TRIGGER USER`);
      }
      await change(tx);
      found = (await verifySeals(tx, account)).broken;
      throw new Undo();
    })
    .catch((error: unknown) => error);
  if (!(undone instanceof Undo)) throw undone;
  return found;
}

test.each([
  ["an amount", sql`UPDATE ledger_entries SET amount = amount + 1`, 5],
  ["a fact", sql`UPDATE ledger_journals SET facts = '{}'`, 5],
  ["the day of a journal", sql`UPDATE ledger_journals SET reported_at = reported_at + interval '1 day'`, 5],
] as const)("%s of a closed day that was changed is noticed", async (_, statement, days) => {
  const account = await openAccount();
  await write(account, [sale(5), sale(3)]);
  await sealDays(account);
  const own = sql`merchant_id = ${account.merchantId}`;
  const broken = await tampered(account, (tx) => tx.execute(sql`${statement} WHERE ${own}`));
  expect(broken).toBe(dayText(daysAgo(days)));
  expect((await verify(account)).broken).toBeNull();
});

test("a journal that was taken out, and a seal that was written again, are noticed", async () => {
  const account = await openAccount();
  await write(account, [sale(5), sale(3)]);
  await sealDays(account);
  const { merchantId, id } = account;
  const without = await tampered(account, async (tx) => {
    await tx.execute(sql`DELETE FROM ledger_entries WHERE merchant_id = ${merchantId}`);
    await tx.execute(sql`DELETE FROM ledger_journals WHERE merchant_id = ${merchantId}`);
  });
  expect(without).toBe(dayText(daysAgo(5)));
  const forged = await tampered(account, (tx) =>
    tx.execute(sql`UPDATE ledger_seals SET hash = 'forged' WHERE payment_account_id = ${id}
      AND day = ${dayText(daysAgo(4))}`),
  );
  expect(forged).toBe(dayText(daysAgo(4)));
  // A day that was changed, with a seal that fits it: the days after it stand on the one that it had.
  const reworked = await tampered(account, async (tx) => {
    await tx.execute(sql`UPDATE ledger_entries SET amount = amount * 2 WHERE merchant_id = ${merchantId}`);
    const first = dayStart(daysAgo(5));
    const { hash } = await hashDay(tx, toBook(account), first, null);
    await tx.execute(sql`UPDATE ledger_seals SET hash = ${hash} WHERE payment_account_id = ${id}
      AND day = ${dayText(daysAgo(5))}`);
    await tx.execute(sql`UPDATE ledger_seals SET previous_hash = ${hash} WHERE payment_account_id = ${id}
      AND day = ${dayText(daysAgo(4))}`);
  });
  expect(reworked).toBe(dayText(daysAgo(4)));
  // The same, where the day after it was left as it is.
  const unlinked = await tampered(account, async (tx) => {
    await tx.execute(sql`UPDATE ledger_entries SET amount = amount * 2 WHERE merchant_id = ${merchantId}
      AND journal_id IN (SELECT id FROM ledger_journals WHERE reported_at < ${daysAgo(4).toISOString()})`);
    const { hash } = await hashDay(tx, toBook(account), dayStart(daysAgo(5)), null);
    await tx.execute(sql`UPDATE ledger_seals SET hash = ${hash} WHERE payment_account_id = ${id}
      AND day = ${dayText(daysAgo(5))}`);
  });
  expect(unlinked).toBe(dayText(daysAgo(4)));
  const miscounted = await tampered(account, (tx) =>
    tx.execute(sql`UPDATE ledger_seals SET journals = 7 WHERE payment_account_id = ${id}
      AND day = ${dayText(daysAgo(3))}`),
  );
  expect(miscounted).toBe(dayText(daysAgo(3)));
  // A chain that leaves a day out, and fits otherwise.
  const leftOut = await tampered(account, async (tx) => {
    const [first] = await tx
      .select()
      .from(ledgerSeals)
      .where(eq(ledgerSeals.paymentAccountId, id))
      .orderBy(ledgerSeals.day);
    const day = dayStart(daysAgo(3));
    const { hash, journals } = await hashDay(tx, toBook(account), day, first?.hash ?? "");
    await tx.execute(
      sql`DELETE FROM ledger_seals WHERE payment_account_id = ${id} AND day > ${dayText(daysAgo(5))}`,
    );
    await tx.insert(ledgerSeals).values({
      paymentAccountId: id,
      day: dayText(day),
      merchantId,
      journals,
      hash,
      previousHash: first?.hash ?? "",
    });
    const sealedUntil = new Date(day.getTime() + dayMs);
    await tx.update(paymentAccounts).set({ sealedUntil }).where(eq(paymentAccounts.id, id));
  });
  expect(leftOut).toBe(dayText(daysAgo(3)));
  const shortened = await tampered(account, (tx) =>
    tx.execute(
      sql`DELETE FROM ledger_seals WHERE payment_account_id = ${id} AND day > ${dayText(daysAgo(4))}`,
    ),
  );
  expect(shortened).not.toBeNull();
});
