import { csvText } from "#lib/csv/csv-text.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";
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
const scopeHeading = ["Environment", "Currency"];

export function monthsCsv(months: readonly RevenueMonth[], scope: RevenueScope): string {
  const amount = amountIn(scope);
  return csvText(
    [
      "Month (UTC)",
      "Part of the month",
      ...scopeHeading,
      "Volume",
      "Refunds",
      "Fees earned",
      "Fees given back",
      "Lost to disputes",
      "Take rate in %",
      "Payments",
      "Disputes",
      "Merchants",
    ],
    months.map((row) => [
      row.month,
      row.isPart ? "yes" : "no",
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

export function merchantsCsv(merchants: readonly MerchantStanding[], scope: RevenueScope): string {
  const amount = amountIn(scope);
  return csvText(
    [
      "Merchant",
      "Name",
      "Signed up (UTC)",
      "Standing",
      ...scopeHeading,
      "Volume of the last four full weeks",
      "Volume of the four weeks before",
      "Payments of this week and the four before it",
      "Disputes of this week and the four before it",
      "Dispute rate in %",
      "Fees of all time",
    ],
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
): string {
  const amount = amountIn(scope);
  return csvText(
    [
      "Month (UTC)",
      "Merchant",
      "Name",
      ...scopeHeading,
      "Volume",
      "Refunds",
      "Fees earned",
      "Fees given back",
      "Payments",
      "Disputes",
    ],
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

export function cohortsCsv(cohorts: readonly Cohort[], scope: RevenueScope): string {
  const amount = amountIn(scope);
  return csvText(
    ["Signed up (UTC)", "Merchants signed up", "Month (UTC)", ...scopeHeading, "Merchants selling", "Volume"],
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

export function balancesCsv(balances: readonly NegativeBalance[], scope: RevenueScope): string {
  const amount = amountIn(scope);
  return csvText(
    ["Merchant", "Name", "Provider", ...scopeHeading, "Balance"],
    balances.map(({ merchantId, merchantName, provider, balance }) => [
      merchantId,
      merchantName,
      provider,
      ...scopeCells(scope),
      amount(balance),
    ]),
  );
}

export function feePlanCsv({ rows, rule, from, until }: FeePlanTrial, scope: RevenueScope): string {
  const amount = amountIn(scope);
  return csvText(
    [
      "Merchant",
      "Name",
      "From (UTC)",
      "Until before (UTC)",
      ...scopeHeading,
      "Share tried in %",
      "Minimum tried",
      "Payments",
      "Volume",
      "Fees were",
      "Fees would be",
      "Difference for the platform",
      "Difference for the merchant",
    ],
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
