import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { ledgerSeals, type paymentAccounts } from "#db/schema/payment-accounts.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderStored } from "#lib/words/render.ts";
import { readAccountBalances } from "./read-account-balances.ts";
import type { DifferenceDto, PaymentAccountDto } from "./reconciliation-schema.ts";
import { isComparable } from "./scope.ts";
import { storedText } from "./stored-text-dto.ts";

type AccountRow = typeof paymentAccounts.$inferSelect;
export type DifferenceRow = typeof ledgerDifferences.$inferSelect;

/** @param isOnly it is the merchant's only account at the provider */
export async function toAccountDto(
  tx: Tx,
  row: AccountRow,
  { isOnly, locale, now }: { isOnly: boolean; locale: Locale; now: Date },
): Promise<PaymentAccountDto> {
  const { id, merchantId, provider, environment, accountId } = row;
  const [seal] = await tx
    .select()
    .from(ledgerSeals)
    .where(and(eq(ledgerSeals.merchantId, merchantId), eq(ledgerSeals.paymentAccountId, id)))
    .orderBy(desc(ledgerSeals.day))
    .limit(1);
  const openDifferences = await tx.$count(
    ledgerDifferences,
    and(
      eq(ledgerDifferences.merchantId, merchantId),
      eq(ledgerDifferences.book, "merchant"),
      eq(ledgerDifferences.provider, provider),
      eq(ledgerDifferences.environment, environment),
      eq(ledgerDifferences.accountId, accountId),
      isNull(ledgerDifferences.closedAt),
    ),
  );
  return {
    id,
    integrationId: row.integrationId,
    provider,
    environment,
    accountId,
    readUntil: row.readUntil?.toISOString() ?? null,
    isComparable: isComparable(provider),
    agreedUntil: row.agreedUntil?.toISOString() ?? null,
    comparedAt: row.comparedAt?.toISOString() ?? null,
    sealedUntil: row.sealedUntil?.toISOString() ?? null,
    nextSweepAt: row.sweepDueAt?.toISOString() ?? null,
    isReading: row.sweep !== null,
    failures: row.failures,
    message: storedText(row, locale),
    terms: row.terms,
    openDifferences,
    balances: await readAccountBalances(
      tx,
      { merchantId, book: "merchant", provider, environment, accountId },
      { isOnly, now },
    ),
    newestSeal: seal
      ? {
          day: seal.day,
          hash: seal.hash,
          journals: seal.journals,
          sealedAt: seal.sealedAt.toISOString(),
        }
      : null,
  };
}

export function toDifferenceDto(row: DifferenceRow, locale: Locale, now: Date): DifferenceDto {
  const { id, code, subject, params, provider, environment, accountId, openedAt, closedAt } = row;
  const ageMs = (closedAt ?? now).getTime() - openedAt.getTime();
  return {
    id,
    code,
    subject,
    params,
    message: renderStored({ code: `difference_${code}`, params: { ...params, subject } }, locale),
    provider,
    environment,
    accountId,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    ageSeconds: Math.max(0, Math.floor(ageMs / 1_000)),
  };
}
