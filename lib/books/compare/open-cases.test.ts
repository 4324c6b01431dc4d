import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { ledgerSeals } from "#db/schema/payment-accounts.ts";
import { payouts } from "#db/schema/payments.ts";
import { say } from "#lib/failures/say.ts";
import { isOpenIn, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import type { Books } from "#lib/providers/contract/payments.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { unreadable } from "#lib/providers/stripe/errors.ts";
import { openScriptedAccount, scriptedReader } from "../testing/scripted-books.ts";
import { payoutState } from "../testing/states.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable, type Unread } from "../unreadable.ts";
import { askUnreadAgain } from "./ask-unread-again.ts";
import { compareBook } from "./compare-account.ts";

const dayMs = 86_400_000;

const sales = [20, 12].map((days, at) => {
  const time = new Date(Date.now() - days * dayMs);
  const made = createMovement({ id: `txn_${at}`, kind: "payment", currency: "EUR", amount: 100 });
  return { ...made, at: time, availableAt: time };
});

function compare(account: PaymentAccountRow, also: () => Promise<Unread> = async () => []) {
  const items = sales.map((movement) => ({ movement, object: null }));
  const sources = {
    movements: async () => ({ items, unread: [], next: null }),
    balances: async () => [{ currency: "EUR", pending: 0, available: 200 }],
  };
  return compareBook(account, sources, also);
}

async function cases(account: PaymentAccountRow) {
  const rows = await db()
    .select()
    .from(ledgerDifferences)
    .where(isOpenIn(toBook(account)))
    .orderBy(ledgerDifferences.subject);
  return rows.map(({ id, code, subject }) => ({ id, what: `${code} ${subject}` }));
}

const whatIsOpen = async (account: PaymentAccountRow) => (await cases(account)).map(({ what }) => what);

test("an object that was looked at by its id, and lists do not reach back to, stays one question until it can be read", async () => {
  const account = await openScriptedAccount();
  const open = (id: string, kind?: "payout" | "dispute") =>
    db().transaction((tx) => openUnreadable(tx, toBook(account), [{ id, reason: "amount" }], kind));
  const payoutId = `po_${account.id}`;
  await open(payoutId, "payout");
  // Of this one the lists tell, and of that one nobody can say what it is.
  await open("du_listed", "dispute");
  await open("txn_odd");
  const asked: string[] = [];
  const met = [{ id: "du_listed", reason: "amount" }];
  const compareOnce = (object: Books["object"]) => {
    const { ask } = scriptedReader({
      object: (call, kind, id) => {
        asked.push(`${kind} ${id}`);
        return object(call, kind, id);
      },
    });
    return compare(account, async () => [...met, ...(await askUnreadAgain(account, met, ask))]);
  };
  const before = (await cases(account)).find(({ what }) => what.endsWith(payoutId));
  await compareOnce(() => Promise.reject(unreadable("a payout without an amount")));
  expect(asked).toEqual([`payout ${payoutId}`]);
  expect(await whatIsOpen(account)).toEqual([
    "movement_unreadable du_listed",
    `movement_unreadable ${payoutId}`,
  ]);
  expect(await cases(account)).toContainEqual(before);
  const message = say("app_fault", { app: "Stripe" });
  const down = () => Promise.reject(new ProviderError({ kind: "unavailable", message }));
  await expect(compareOnce(down)).rejects.toThrow(ProviderError);
  await compareOnce(async () => ({ kind: "payout", state: { ...payoutState, payoutId } }));
  expect(await whatIsOpen(account)).toEqual(["movement_unreadable du_listed"]);
  expect(await db().$count(payouts, eq(payouts.payoutId, payoutId))).toBe(1);
});

test("a closed day that is not what it was stays a case for as long as it is not, however long ago it was", async () => {
  const account = await openScriptedAccount();
  await compare(account);
  const own = eq(ledgerSeals.paymentAccountId, account.id);
  const days = (await db().select().from(ledgerSeals).where(own)).map(({ day }) => day).toSorted();
  const [first = "", second = ""] = [days[0], days[8]];
  // As somebody who can go past the database's own guards.
  const miscount = (day: string, by: number) =>
    db().transaction(async (tx) => {
      await tx.execute(sql`ALTER TABLE ledger_seals DISABLE TRIGGER USER`);
      await tx
        .update(ledgerSeals)
        .set({ journals: sql`${ledgerSeals.journals} + ${by}::int` })
        .where(and(own, eq(ledgerSeals.day, day)));
      await tx.execute(sql`ALTER TABLE ledger_seals ENABLE TRIGGER USER`);
    });
  await miscount(first, 1);
  await miscount(second, 1);
  // Somebody has verified the whole chain.
  const broken = { code: "seal_broken", subject: first, params: { day: first } } as const;
  await db().transaction((tx) => openDifference(tx, toBook(account), broken));
  const opened = await cases(account);
  await compare(account);
  expect(await cases(account)).toEqual(opened);
  await miscount(first, -1);
  await compare(account);
  expect(await whatIsOpen(account)).toEqual([`seal_broken ${second}`]);
  await miscount(second, -1);
  await compare(account);
  expect(await whatIsOpen(account)).toEqual([]);
});
