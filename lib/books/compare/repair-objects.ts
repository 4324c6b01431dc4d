import { transact } from "#db/transact.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { MoneyObject } from "#lib/providers/contract/payments.ts";
import { applyObjects } from "../apply-object.ts";
import { type Reader, readAllPages } from "../read-pages.ts";
import { dayMs } from "../seals/day-hash.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable, type Unread } from "../unreadable.ts";

/** A dispute goes on for months without a movement. */
const longestDisputeMs = 120 * dayMs;
const kinds = ["refund", "dispute", "payout"] as const satisfies readonly MoneyObject["kind"][];
const atOnce = 200;

/**
 * Reads the lists of what has states of its own again, and writes how it stands: what a lost message left behind.
 * @returns what could not be read of them
 */
export async function repairObjects(
  account: PaymentAccountRow,
  since: Date | null,
  ask: Reader,
): Promise<Unread> {
  const isHistory = account.readUntil === null;
  const unread: Unread[number][] = [];
  for (const kind of kinds) {
    const from = kind === "dispute" && since ? new Date(since.getTime() - longestDisputeMs) : since;
    const readAt = new Date();
    const { items, unread: torn } = await readAllPages((cursor) =>
      ask(kind, (books, call) => books.objects(call, { kind, since: from, cursor })),
    );
    unread.push(...torn);
    await transact((tx) => openUnreadable(tx, toBook(account), torn, kind));
    for (let start = 0; start < items.length; start += atOnce) {
      const some = items.slice(start, start + atOnce);
      await transact((tx) => applyObjects(tx, account, some, { readAt, isHistory }));
    }
  }
  return unread;
}
