import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { ledgerSeals, paymentAccounts } from "#db/schema/payment-accounts.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { toBook } from "../to-book.ts";
import { dayMs, dayText, hashDay } from "./day-hash.ts";

/**
 * Makes the chain of an account's closed days again from its journals, and compares.
 * @param since only the days from this one on (`2026-10-02`); the first one's link to the day before is checked as well
 * @returns the first day that is not what it was when it was closed; null = none
 */
export async function verifySeals(
  tx: Tx,
  account: Pick<PaymentAccountRow, "id">,
  since = "",
): Promise<{ days: number; broken: string | null }> {
  const [row] = await tx.select().from(paymentAccounts).where(eq(paymentAccounts.id, account.id));
  if (!row) return { days: 0, broken: null };
  const seals = await tx
    .select()
    .from(ledgerSeals)
    .where(eq(ledgerSeals.paymentAccountId, row.id))
    .orderBy(asc(sql`${ledgerSeals.day} COLLATE "C"`));
  let previous: (typeof seals)[number] | null = null;
  let days = 0;
  for (const seal of seals) {
    const at = new Date(`${seal.day}T00:00:00Z`);
    const isNext = previous === null || dayText(new Date(Date.parse(previous.day) + dayMs)) === seal.day;
    const isLinked = seal.previousHash === (previous?.hash ?? null) && isNext;
    previous = seal;
    if (!isLinked) return { days, broken: seal.day };
    if (seal.day < since) continue;
    const { hash, journals } = await hashDay(tx, toBook(row), at, seal.previousHash);
    if (hash !== seal.hash || journals !== seal.journals) return { days, broken: seal.day };
    days += 1;
  }
  const end = previous === null ? null : new Date(Date.parse(previous.day) + dayMs);
  const isWhole = (row.sealedUntil?.getTime() ?? null) === (end?.getTime() ?? null);
  return { days, broken: isWhole ? null : dayText(row.sealedUntil ?? new Date(0)) };
}
