import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dayMs } from "#lib/history/days.ts";
import { behindSold } from "../behind.ts";
import { type Period, within } from "../period.ts";
import type { SalesTotals, SoldRow, SoldUnit } from "../schema.ts";
import type { Scope } from "../scope.ts";

type Row = {
  value: string;
  sales: number;
  tips: number;
  orders: number;
  quantity: number;
  allSales: number;
  allTips: number;
  allOrders: number;
  allQuantity: number;
  count: number;
};

/**
 * What was sold, by product, code or table: the largest first, then all others, then what no order says. Together they are
 * the sales of the period. Whole months and days of UTC are read from their sums, the rest of the period from its quarters.
 */
export async function readSold(
  tx: Tx,
  scope: Scope,
  period: Period,
  { by, limit, totals }: { by: SoldUnit; limit: number; totals: SalesTotals },
): Promise<SoldRow[]> {
  const rows = [...(await tx.execute<Row>(query(scope, period, by, limit)))];
  const [first] = rows;
  const all = {
    sales: first?.allSales ?? 0,
    tips: first?.allTips ?? 0,
    orders: first?.allOrders ?? 0,
    quantity: first?.allQuantity ?? 0,
  };
  const listed = rows.map(
    ({ value, sales, tips, orders, quantity }): SoldRow => ({
      value,
      kind: "value",
      sales,
      tips,
      orders,
      quantity,
      behind: behindSold(scope, period, by, value),
    }),
  );
  const sumAmounts = (name: "sales" | "tips" | "orders" | "quantity") =>
    listed.reduce((sum, row) => sum + (row[name] ?? 0), 0);
  // An order has several products: rows of products may not be added up by orders.
  const listOrders = (count: number) => (by === "product" ? null : count);
  const others: SoldRow = {
    value: null,
    kind: "rest",
    sales: all.sales - sumAmounts("sales"),
    tips: all.tips - sumAmounts("tips"),
    orders: listOrders(all.orders - sumAmounts("orders")),
    quantity: all.quantity - sumAmounts("quantity"),
    behind: {},
  };
  const unknown: SoldRow = {
    value: null,
    kind: "unknown",
    sales: totals.sales - all.sales,
    tips: totals.tips - all.tips,
    orders: listOrders(totals.orders - all.orders),
    quantity: 0,
    behind: behindSold(scope, period, by, null),
  };
  const isAnything = ({ sales, tips, orders }: SoldRow) => sales !== 0 || tips !== 0 || (orders ?? 0) !== 0;
  const hasRest = (first?.count ?? 0) > listed.length;
  return [...listed, ...(hasRest ? [others] : []), ...(isAnything(unknown) ? [unknown] : [])];
}

function query({ merchantId, environment, currency }: Scope, period: Period, by: SoldUnit, limit: number) {
  const which = sql`merchant_id = ${merchantId} AND environment = ${environment} AND currency = ${currency}
    AND dimension = ${by}`;
  const columns = sql`value, gross, tips, orders, quantity`;
  const parts = split(period).map(
    ({ table, column, part }) =>
      sql`SELECT ${columns} FROM ${sql.raw(table)} WHERE ${which} AND ${within(sql.raw(column), part)}`,
  );
  return sql`
    SELECT value, sum(gross)::float8 AS sales, sum(tips)::float8 AS tips, sum(orders)::float8 AS orders,
      sum(quantity)::float8 AS quantity,
      (sum(sum(gross)) OVER ())::float8 AS "allSales", (sum(sum(tips)) OVER ())::float8 AS "allTips",
      (sum(sum(orders)) OVER ())::float8 AS "allOrders", (sum(sum(quantity)) OVER ())::float8 AS "allQuantity",
      (count(*) OVER ())::float8 AS count
    FROM (${sql.join(parts, sql` UNION ALL `)}) parts GROUP BY value
    HAVING sum(gross) <> 0 OR sum(tips) <> 0 OR sum(orders) <> 0 OR sum(quantity) <> 0
    ORDER BY sum(gross) DESC, value LIMIT ${limit}`;
}

type Part = { table: string; column: string; part: Period };

/** A period as whole months and days of UTC, where it has any, and what is left at its ends. */
function split(period: Period): Part[] {
  const day = (at: Date, round: (days: number) => number) => new Date(round(at.getTime() / dayMs) * dayMs);
  const [first, end] = [day(period.from, Math.ceil), day(period.to, Math.floor)];
  const quarters = (part: Period) => ({ table: "sales_quarters", column: "quarter_at", part });
  if (first >= end) return [quarters(period)];
  const ends = [quarters({ from: period.from, to: first }), quarters({ from: end, to: period.to })];
  const days = (part: Period) => ({ table: "sales_days", column: "day_at", part });
  const month = (at: Date, more: number) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + more, 1));
  const firstMonth = month(first, first.getUTCDate() === 1 ? 0 : 1);
  const endOfMonths = month(end, 0);
  if (firstMonth >= endOfMonths) return [days({ from: first, to: end }), ...ends];
  return [
    { table: "sales_months", column: "month_at", part: { from: firstMonth, to: endOfMonths } },
    days({ from: first, to: firstMonth }),
    days({ from: endOfMonths, to: end }),
    ...ends,
  ];
}
