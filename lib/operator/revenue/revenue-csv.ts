import { csvText } from "#lib/csv/csv-text.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { type FileCode, fileText, headingText } from "#lib/words/file-text.ts";
import type { Locale } from "#lib/words/locale.ts";
import type { FeePlanTrial } from "../fee-plan/fee-plan-schema.ts";
import type {
  Cohort,
  MerchantStanding,
  MonthMerchant,
  NegativeBalance,
  RevenueMonth,
  RevenueScope,
} from "./revenue-schema.ts";

/** Each file says in each row of which money it speaks, as rows are copied away from their heading. */
const scopeHeading: readonly FileCode[] = ["file_environment", "file_currency"];

export function monthsCsv(months: readonly RevenueMonth[], scope: RevenueScope, locale: Locale): string {
  const amount = amountIn(scope);
  return csvText(
    headingText(
      [
        "file_month_utc",
        "file_part_of_the_month",
        ...scopeHeading,
        "file_volume",
        "file_refunds",
        "file_fees_earned",
        "file_fees_given_back",
        "file_lost_to_disputes",
        "file_take_rate_in_percent",
        "file_payments",
        "file_disputes",
        "file_merchants",
      ],
      {},
      locale,
    ),
    months.map((row) => [
      row.month,
      fileText(row.isPart ? "file_yes" : "file_no", {}, locale),
      ...scopeCells(scope),
      amount(row.volume),
      amount(row.refunded),
      amount(row.feesEarned),
      amount(row.feesReturned),
      amount(row.lost),
      percent(row.takeRate),
      row.payments,
      row.disputes,
      row.merchants,
    ]),
  );
}

export function merchantsCsv(
  merchants: readonly MerchantStanding[],
  scope: RevenueScope,
  locale: Locale,
): string {
  const amount = amountIn(scope);
  return csvText(
    headingText(
      [
        "file_merchant",
        "file_name",
        "file_signed_up_utc",
        "file_standing",
        ...scopeHeading,
        "file_volume_of_the_last_four_full_weeks",
        "file_volume_of_the_four_weeks_before",
        "file_payments_of_this_week_and_the_four_before_it",
        "file_disputes_of_this_week_and_the_four_before_it",
        "file_dispute_rate_in_percent",
        "file_fees_of_all_time",
      ],
      {},
      locale,
    ),
    merchants.map((row) => [
      row.id,
      row.name,
      row.signedUpOn,
      row.standing,
      ...scopeCells(scope),
      amount(row.recentVolume),
      amount(row.earlierVolume),
      row.payments,
      row.disputes,
      percent(row.disputeRate),
      amount(row.fees),
    ]),
  );
}

export function monthMerchantsCsv(
  merchants: readonly MonthMerchant[],
  month: string,
  scope: RevenueScope,
  locale: Locale,
): string {
  const amount = amountIn(scope);
  return csvText(
    headingText(
      [
        "file_month_utc",
        "file_merchant",
        "file_name",
        ...scopeHeading,
        "file_volume",
        "file_refunds",
        "file_fees_earned",
        "file_fees_given_back",
        "file_payments",
        "file_disputes",
      ],
      {},
      locale,
    ),
    merchants.map((row) => [
      month,
      row.id,
      row.name,
      ...scopeCells(scope),
      amount(row.volume),
      amount(row.refunded),
      amount(row.feesEarned),
      amount(row.feesReturned),
      row.payments,
      row.disputes,
    ]),
  );
}

export function cohortsCsv(cohorts: readonly Cohort[], scope: RevenueScope, locale: Locale): string {
  const amount = amountIn(scope);
  return csvText(
    headingText(
      [
        "file_signed_up_utc",
        "file_merchants_signed_up",
        "file_month_utc",
        ...scopeHeading,
        "file_merchants_selling",
        "file_volume",
      ],
      {},
      locale,
    ),
    cohorts.flatMap(({ month: cohort, signedUp, months }) =>
      months.map(({ month, merchants, volume }) => [
        cohort,
        signedUp,
        month,
        ...scopeCells(scope),
        merchants,
        amount(volume),
      ]),
    ),
  );
}

export function balancesCsv(
  balances: readonly NegativeBalance[],
  scope: RevenueScope,
  locale: Locale,
): string {
  const amount = amountIn(scope);
  return csvText(
    headingText(["file_merchant", "file_name", "file_provider", ...scopeHeading, "file_balance"], {}, locale),
    balances.map(({ merchantId, merchantName, provider, balance }) => [
      merchantId,
      merchantName,
      provider,
      ...scopeCells(scope),
      amount(balance),
    ]),
  );
}

export function feePlanCsv(
  { rows, rule, from, until }: FeePlanTrial,
  scope: RevenueScope,
  locale: Locale,
): string {
  const amount = amountIn(scope);
  return csvText(
    headingText(
      [
        "file_merchant",
        "file_name",
        "file_from_utc",
        "file_until_before_utc",
        ...scopeHeading,
        "file_share_tried_in_percent",
        "file_minimum_tried",
        "file_payments",
        "file_volume",
        "file_fees_were",
        "file_fees_would_be",
        "file_difference_for_the_platform",
        "file_difference_for_the_merchant",
      ],
      {},
      locale,
    ),
    rows.map((row) => [
      row.merchantId,
      row.merchantName,
      from,
      until,
      ...scopeCells(scope),
      percent(rule.basisPoints),
      amount(rule.minimum),
      row.payments,
      amount(row.volume),
      amount(row.feesWere),
      amount(row.feesWouldBe),
      amount(row.difference),
      amount(-row.difference),
    ]),
  );
}

function scopeCells({ environment, currency }: RevenueScope): string[] {
  return [environment, currency];
}

function amountIn({ currency }: RevenueScope): (minor: number) => string {
  return (minor) => withCurrency(currency, (unit) => decimalText(money(unit, minor)));
}

function percent(basisPoints: number | null): number | null {
  return basisPoints === null ? null : basisPoints / 100;
}
