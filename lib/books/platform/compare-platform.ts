import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges } from "#db/schema/payments.ts";
import { closeDifferences, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { PlatformFeeState } from "#lib/providers/contract/payments.ts";
import { type Comparison, compareBook } from "../compare/compare-account.ts";
import { readAllPages } from "../read-pages.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable } from "../unreadable.ts";
import type { PlatformReader } from "./platform-call.ts";

/**
 * Compares the platform's ledger with its balance and movements at the provider, and the provider's list of fees with the
 * fees that were decided for our charges: a fee that is another one is a case in the merchant's book.
 */
export async function comparePlatform(account: PaymentAccountRow, ask: PlatformReader): Promise<Comparison> {
  const sources = {
    movements: async (since: Date | null, cursor: string | null) => {
      const page = await ask((books, call) => books.movements(call, { since, cursor }));
      return { ...page, items: page.items.map(({ movement }) => ({ movement, object: null })) };
    },
    balances: () => ask((books, call) => books.balances(call)),
  };
  return compareBook(account, sources, async (since) => {
    const { items, unread } = await readAllPages((cursor) =>
      ask((books, call) => books.fees(call, { since, cursor })),
    );
    await db().transaction((tx) => openUnreadable(tx, toBook(account), unread));
    for (let start = 0; start < items.length; start += 500) {
      await compareFees(account, items.slice(start, start + 500));
    }
    return unread;
  });
}

async function compareFees(
  { provider, environment }: PaymentAccountRow,
  fees: readonly PlatformFeeState[],
): Promise<void> {
  const accountIds = [...new Set(fees.map(({ accountId }) => accountId))];
  const chargeIds = fees.flatMap(({ chargeId }) => chargeId ?? []);
  const accounts = await db()
    .select()
    .from(paymentAccounts)
    .where(
      and(
        eq(paymentAccounts.provider, provider),
        eq(paymentAccounts.environment, environment),
        eq(paymentAccounts.book, "merchant"),
        inArray(paymentAccounts.accountId, accountIds),
      ),
    );
  const decided = await db()
    .select({ chargeId: charges.chargeId, accountId: charges.accountId, fee: charges.fee })
    .from(charges)
    .where(
      and(
        eq(charges.provider, provider),
        eq(charges.environment, environment),
        inArray(charges.accountId, accountIds),
        inArray(charges.chargeId, chargeIds),
      ),
    );
  const feeByCharge = new Map(
    decided.map(({ accountId, chargeId, fee }) => [`${accountId} ${chargeId}`, fee]),
  );
  await db().transaction(async (tx) => {
    for (const { accountId, chargeId, amount, refunded, currency } of fees) {
      const owner = accounts.find((one) => one.accountId === accountId);
      const fee = feeByCharge.get(`${accountId} ${chargeId}`);
      if (!owner || chargeId === null || fee === undefined || fee === null) continue;
      const book = toBook(owner);
      if (fee === amount && refunded <= amount) {
        await closeDifferences(tx, book, "fee_differs", [chargeId]);
        continue;
      }
      const params = { currency, fee, booked: amount, refunded };
      await openDifference(tx, book, { code: "fee_differs", subject: chargeId, params });
    }
  });
}
