import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges } from "#db/schema/payments.ts";
import { closeDifferences, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { PlatformFeeState } from "#lib/providers/contract/payments.ts";
import { decidedFee } from "../compare/decided-fee.ts";
import { toBook } from "../to-book.ts";

type Fee = Pick<PlatformFeeState, "accountId" | "amount" | "refunded" | "currency"> & { chargeId: string };

const code = "platform_fee_differs";
const atOnce = 500;

const readBefore = z.object({ currency: z.string(), booked: z.int(), refunded: z.int() });

/**
 * Compares fees as the platform's own list has them with those that were decided for our charges: one that is another, or
 * of which more went back than was taken, is a case in the merchant's book until it is not.
 */
export async function comparePlatformFees(
  platform: PaymentAccountRow,
  listed: readonly PlatformFeeState[],
): Promise<void> {
  const met = listed.flatMap(({ chargeId, ...fee }) => (chargeId === null ? [] : [{ ...fee, chargeId }]));
  const seen = new Set(met.map(toKey));
  const open = (await readOpen(platform)).filter((fee) => !seen.has(toKey(fee)));
  const all = [...met, ...open];
  for (let start = 0; start < all.length; start += atOnce) {
    await compareSome(platform, all.slice(start, start + atOnce));
  }
}

function toKey({ accountId, chargeId }: Pick<Fee, "accountId" | "chargeId">): string {
  return `${accountId} ${chargeId}`;
}

/** Fees that differed, as they were read last: whatever becomes of one at the provider moves money, and is met. */
async function readOpen({ provider, environment }: PaymentAccountRow): Promise<Fee[]> {
  const rows = await db()
    .select({
      accountId: ledgerDifferences.accountId,
      chargeId: ledgerDifferences.subject,
      params: ledgerDifferences.params,
    })
    .from(ledgerDifferences)
    .where(
      and(
        eq(ledgerDifferences.code, code),
        eq(ledgerDifferences.provider, provider),
        eq(ledgerDifferences.environment, environment),
        isNull(ledgerDifferences.closedAt),
      ),
    );
  return rows.flatMap(({ params, ...place }) => {
    const read = readBefore.safeParse(params).data;
    return read ? [{ ...place, currency: read.currency, amount: read.booked, refunded: read.refunded }] : [];
  });
}

async function compareSome(platform: PaymentAccountRow, fees: readonly Fee[]): Promise<void> {
  const accounts = await readAccounts(platform, fees);
  const decided = await readDecided(platform, fees);
  await db().transaction(async (tx) => {
    for (const { accountId, chargeId, amount, refunded, currency } of fees) {
      const owner = accounts.get(accountId);
      const fee = decided.get(toKey({ accountId, chargeId }));
      if (!owner || fee === undefined || fee === null) continue;
      const book = toBook(owner);
      if (fee === amount && refunded <= amount) {
        await closeDifferences(tx, book, code, [chargeId]);
        continue;
      }
      const params = { currency, fee, booked: amount, refunded };
      await openDifference(tx, book, { code, subject: chargeId, params });
    }
  });
}

async function readAccounts({ provider, environment }: PaymentAccountRow, fees: readonly Fee[]) {
  const rows = await db()
    .select()
    .from(paymentAccounts)
    .where(
      and(
        eq(paymentAccounts.provider, provider),
        eq(paymentAccounts.environment, environment),
        eq(paymentAccounts.book, "merchant"),
        inArray(paymentAccounts.accountId, [...new Set(fees.map(({ accountId }) => accountId))]),
      ),
    );
  return new Map(rows.map((row) => [row.accountId, row]));
}

/** By account and charge; null = it has none. */
async function readDecided({ provider, environment }: PaymentAccountRow, fees: readonly Fee[]) {
  const fee: SQL<number | null> = sql`${decidedFee}`.mapWith((value) =>
    value === null ? null : Number(value),
  );
  const rows = await db()
    .select({ chargeId: charges.chargeId, accountId: charges.accountId, fee })
    .from(charges)
    .where(
      and(
        eq(charges.provider, provider),
        eq(charges.environment, environment),
        inArray(charges.accountId, [...new Set(fees.map(({ accountId }) => accountId))]),
        inArray(
          charges.chargeId,
          fees.map(({ chargeId }) => chargeId),
        ),
      ),
    );
  return new Map(
    rows.flatMap((row) =>
      row.chargeId === null ? [] : [[toKey({ ...row, chargeId: row.chargeId }), row.fee] as const],
    ),
  );
}
