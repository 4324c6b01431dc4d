import { type SQL, sql } from "drizzle-orm";

const accountsOf: Readonly<Record<string, readonly string[]>> = {
  payments: ["payments"],
  refunds: ["refunds"],
  disputes: ["disputes"],
  dispute_fees: ["dispute_fees"],
  platform_fees: ["platform_fees"],
  provider_fees: ["provider_fees"],
  taxes: ["taxes"],
  others: ["transfers", "reserves", "adjustments", "suspense"],
  bank: ["bank"],
};

/**
 * `revenue_quarters` of a merchant from the entries alone. It says the rule a second time, in SQL, on purpose: what books
 * adds row by row in another language, and a mistake in one of them shows.
 */
export function revenueOf(merchantId: string): SQL {
  const sums = Object.entries(accountsOf).map(([column, accounts]) => {
    const names = accounts.map((account) => `'${account}'`).join(", ");
    return `coalesce(-sum(entry.amount) FILTER (WHERE entry.account IN (${names})), 0) AS ${column}`;
  });
  const counts = [
    ["payment_count", "payment", "payments", "<"],
    ["refund_count", "refund", "refunds", ">"],
    ["dispute_count", "dispute", "disputes", ">"],
  ].map(
    ([column, kind, account, sign]) =>
      `count(*) FILTER (WHERE journal.kind = '${kind}' AND entry.account = '${account}' AND entry.amount ${sign} 0) AS ${column}`,
  );
  return sql`
    SELECT journal.book, journal.environment, journal.provider, journal.currency,
      ${sql.raw(quarter("journal.reported_at"))} AS quarter_at,
      ${sql.raw([...sums, ...counts].join(", "))},
      coalesce(-sum(entry.amount) FILTER (WHERE entry.account = 'platform_fees'
        AND CASE journal.book WHEN 'merchant' THEN entry.amount < 0 ELSE entry.amount > 0 END), 0) AS platform_fees_returned
    FROM ledger_journals journal JOIN ledger_entries entry ON entry.journal_id = journal.id
    WHERE journal.merchant_id = ${merchantId} GROUP BY 1, 2, 3, 4, 5`;
}

const startsOfSales = {
  quarter_at: quarter("sold_at"),
  day_at: "date_trunc('day', sold_at, 'UTC')",
  month_at: "date_trunc('month', sold_at, 'UTC')",
};

/** Roll-ups of sales from the parts that payments count for. */
export function salesOf(merchantId: string, column: keyof typeof startsOfSales): SQL {
  const start = startsOfSales[column];
  return sql`
    SELECT environment, currency, dimension, value, ${sql.raw(start)} AS ${sql.identifier(column)},
      sum(gross) AS gross, sum(tips) AS tips, sum(orders) AS orders, sum(quantity) AS quantity
    FROM sale_parts WHERE merchant_id = ${merchantId} GROUP BY 1, 2, 3, 4, 5`;
}

/** What payments that succeeded count for as a whole. */
export function chargesOf(merchantId: string): SQL {
  return sql`
    SELECT id AS charge_id, environment, currency, coalesce(paid_at, created_at) AS sold_at,
      amount AS gross, coalesce(tip, 0) AS tips
    FROM charges WHERE merchant_id = ${merchantId} AND status = 'succeeded'`;
}

function quarter(column: string): string {
  return `date_bin('15 minutes', ${column}, '1970-01-01T00:00:00Z')`;
}
