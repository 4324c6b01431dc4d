import { db } from "#db/client.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { PlatformFeeState } from "#lib/providers/contract/payments.ts";
import { type Comparison, compareBook } from "../compare/compare-account.ts";
import { readAllPages } from "../read-pages.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable } from "../unreadable.ts";
import { comparePlatformFees } from "./compare-platform-fees.ts";
import type { PlatformReader } from "./platform-call.ts";

/**
 * Compares the platform's ledger with its balance and movements at the provider, and its fees there with those that were
 * decided for our charges. The list has the fees that were made since a moment; older ones, of which something went back
 * since, come with the movement that did so.
 */
export async function comparePlatform(account: PaymentAccountRow, ask: PlatformReader): Promise<Comparison> {
  const fees = new Map<string, PlatformFeeState>();
  const sources = {
    movements: async (since: Date | null, cursor: string | null) => {
      const page = await ask((books, call) => books.movements(call, { since, cursor }));
      for (const { fee } of page.items) if (fee) fees.set(fee.feeId, fee);
      return { ...page, items: page.items.map(({ movement }) => ({ movement, object: null })) };
    },
    balances: () => ask((books, call) => books.balances(call)),
  };
  return compareBook(account, sources, async (since) => {
    const { items, unread } = await readAllPages((cursor) =>
      ask((books, call) => books.fees(call, { since, cursor })),
    );
    await db().transaction((tx) => openUnreadable(tx, toBook(account), unread));
    for (const fee of items) fees.set(fee.feeId, fee);
    await comparePlatformFees(account, [...fees.values()]);
    return unread;
  });
}
