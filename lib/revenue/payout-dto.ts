import type { payouts } from "#db/schema/payments.ts";
import type { Locale } from "#lib/words/locale.ts";
import type { PayoutDto } from "./payouts-schema.ts";
import { storedText } from "./stored-text-dto.ts";

export type PayoutRow = typeof payouts.$inferSelect;

export function toPayoutDto(row: PayoutRow, locale: Locale): PayoutDto {
  const { id, payoutId, integrationId, provider, environment, accountId, amount, currency } = row;
  const { status, providerStatus, isFinal, isAutomatic } = row;
  return {
    id,
    payoutId,
    integrationId,
    provider,
    environment,
    accountId,
    amount,
    currency,
    status,
    providerStatus,
    isFinal,
    isAutomatic,
    message: storedText(row, locale),
    createdAt: row.createdAt.toISOString(),
    arrivesAt: row.arrivesAt.toISOString(),
    items: row.itemsReadAt !== null ? "listed" : isAutomatic ? "not_yet" : "manual",
  };
}
