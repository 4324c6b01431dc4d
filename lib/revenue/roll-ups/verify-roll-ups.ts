import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";

const findAccounts: Readonly<Record<string, readonly string[]>> = {
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

const startsOfSales = {
  quarter_at: quarter("sold_at"),
  day_at: "date_trunc('day', sold_at, 'UTC')",
  month_at: "date_trunc('month', sold_at, 'UTC')",
};

/** A sum that reports would tell, and what the rows behind it come to. */
export type RollUpDifference = {
  table: "revenue_quarters" | "sales_quarters" | "sales_days" | "sales_months" | "sale_parts";
  merchantId: string;
  /** Which row: the values of its key. */
  key: string;
  column: string;
  stored: number;
  expected: number;
};

const longestMs = 10 * 60 * 1_000;
/** More of one table are no further help. */
const maxNamed = 100;

const revenueColumns = [
  "payments",
  "refunds",
  "disputes",
  "dispute_fees",
  "platform_fees",
  "platform_fees_returned",
  "provider_fees",
  "taxes",
  "others",
  "bank",
  "payment_count",
  "refund_count",
  "dispute_count",
];
const salesColumns = ["gross", "tips", "orders", "quantity"];
const salesKeys = ["environment", "currency", "dimension", "value"];

type Compared = {
  table: RollUpDifference["table"];
  keys: readonly string[];
  columns: readonly string[];
  /** A query of what is stored, with keys and columns; left out: the table as it is. */
  stored?: SQL;
  /** A query with the same keys and columns, of what is behind it. */
  anew: SQL;
};

/**
 * Adds up one merchant's entries and payments again, in Postgres, and compares them with the sums that reports read. One
 * snapshot: what is booked meanwhile is in both or in neither.
 * @returns what differs, by row and column, at most a hundred of each table; nothing where all agrees
 */
export async function verifyRollUps(merchantId: string): Promise<RollUpDifference[]> {
  const tables: Compared[] = [
    {
      table: "revenue_quarters",
      keys: ["book", "environment", "provider", "currency", "quarter_at"],
      columns: revenueColumns,
      anew: selectRevenue(merchantId),
    },
    {
      table: "sales_quarters",
      keys: [...salesKeys, "quarter_at"],
      columns: salesColumns,
      anew: selectSales(merchantId, "quarter_at"),
    },
    {
      table: "sales_days",
      keys: [...salesKeys, "day_at"],
      columns: salesColumns,
      anew: selectSales(merchantId, "day_at"),
    },
    {
      table: "sales_months",
      keys: [...salesKeys, "month_at"],
      columns: salesColumns,
      anew: selectSales(merchantId, "month_at"),
    },
    {
      table: "sale_parts",
      keys: ["charge_id", "environment", "currency", "sold_at"],
      columns: ["gross", "tips"],
      stored: selectWholes(merchantId),
      anew: selectCharges(merchantId),
    },
    {
      table: "sale_parts",
      keys: ["environment", "sold"],
      columns: ["orders"],
      stored: sql`SELECT wholes.environment, ${ofOrder} AS sold, orders
        FROM (${selectWholes(merchantId)}) wholes JOIN charges ON charges.id = wholes.charge_id`,
      anew: sql`SELECT DISTINCT environment, ${ofOrder} AS sold, 1 AS orders
        FROM charges WHERE merchant_id = ${merchantId} AND status = 'succeeded'`,
    },
  ];
  const found: RollUpDifference[] = [];
  for (const table of tables) {
    found.push(...(await readInTime((tx) => compare(tx, merchantId, table), longestMs)));
  }
  return found;
}

async function compare(tx: Tx, merchantId: string, { table, keys, columns, stored, anew }: Compared) {
  const list = (names: readonly string[]) => sql.raw(names.join(", "));
  const sums = columns.flatMap((name) => [
    `coalesce(sum(${name}) FILTER (WHERE side = 1), 0)::text AS stored_${name}`,
    `coalesce(sum(${name}) FILTER (WHERE side = 2), 0)::text AS expected_${name}`,
  ]);
  const pairs = columns.map((name) => `('${name}', stored_${name}, expected_${name})`);
  const rows = await tx.execute<{ key: string; column: string; stored: string; expected: string }>(sql`
    SELECT key, pair.name AS "column", pair.stored, pair.expected FROM (
      SELECT concat_ws(' ', ${list(keys)}) AS key, ${list(sums)} FROM (
        SELECT 1 AS side, ${list(keys)}, ${list(columns)}
        FROM (${stored ?? sql`SELECT * FROM ${sql.identifier(table)} WHERE merchant_id = ${merchantId}`}) stored
        UNION ALL SELECT 2 AS side, ${list(keys)}, ${list(columns)} FROM (${anew}) anew
      ) sides GROUP BY ${list(keys)}
    ) rows CROSS JOIN LATERAL (VALUES ${list(pairs)}) pair (name, stored, expected)
    WHERE pair.stored <> pair.expected ORDER BY key, pair.name LIMIT ${maxNamed}`);
  return [...rows].map(
    ({ stored, expected, ...where }): RollUpDifference => ({
      table,
      merchantId,
      ...where,
      stored: Number(stored),
      expected: Number(expected),
    }),
  );
}

/**
 * `revenue_quarters` of a merchant from the entries alone. It says the rule a second time, in SQL, on purpose: what books
 * adds row by row in another language, and a mistake in one of them shows.
 */
function selectRevenue(merchantId: string): SQL {
  const sums = Object.entries(findAccounts).map(([column, accounts]) => {
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

/** Roll-ups of sales from the parts that payments count for. */
function selectSales(merchantId: string, column: keyof typeof startsOfSales): SQL {
  const start = startsOfSales[column];
  return sql`
    SELECT environment, currency, dimension, value, ${sql.raw(start)} AS ${sql.identifier(column)},
      sum(gross) AS gross, sum(tips) AS tips, sum(orders) AS orders, sum(quantity) AS quantity
    FROM sale_parts WHERE merchant_id = ${merchantId} GROUP BY 1, 2, 3, 4, 5`;
}

/** Several payments for one order count it once; one without an order is one of its own. */
const ofOrder = sql`CASE WHEN charges.order_id IS NULL THEN charges.id ELSE 'order ' || charges.order_id END`;

function selectWholes(merchantId: string): SQL {
  return sql`SELECT * FROM sale_parts WHERE merchant_id = ${merchantId} AND dimension = 'all'`;
}

/** What payments that succeeded count for as a whole. */
function selectCharges(merchantId: string): SQL {
  return sql`
    SELECT id AS charge_id, environment, currency, coalesce(paid_at, created_at) AS sold_at,
      amount AS gross, coalesce(tip, 0) AS tips
    FROM charges WHERE merchant_id = ${merchantId} AND status = 'succeeded'`;
}

function quarter(column: string): string {
  return `date_bin('15 minutes', ${column}, '1970-01-01T00:00:00Z')`;
}
