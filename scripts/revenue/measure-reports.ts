import type { Sql } from "postgres";
import { systemCtx } from "#lib/auth/context.ts";
import { getPayout } from "#lib/revenue/get-payout.ts";
import { getReconciliation } from "#lib/revenue/get-reconciliation.ts";
import { getRevenue } from "#lib/revenue/get-revenue.ts";
import { getTimeline } from "#lib/revenue/get-timeline.ts";
import { listDisputes } from "#lib/revenue/list-disputes.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { listPayouts } from "#lib/revenue/list-payouts.ts";
import { listSales } from "#lib/revenue/list-sales.ts";
import { getRevenueFile } from "#lib/revenue/reports/revenue-file.ts";
import { revenueUnit } from "#lib/revenue/schema.ts";
import { measureTimes, type Times } from "../bench/measure-times.ts";
import { largeMerchant } from "./seed.ts";

export type Measured = { what: string; rows: number } & Times;

const ctx = systemCtx(largeMerchant, "bench");
const dayMs = 24 * 60 * 60 * 1_000;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);

/** Asks for each report, list and detail so many times, through the verbs that pages and routes call. */
export async function measureReports(sql: Sql, turns: number, only: string | undefined): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [what, run] of Object.entries(await questions())) {
    if (only !== undefined && !what.includes(only)) continue;
    let rows = 0;
    const times = await measureTimes(sql, turns, async () => {
      rows = await run();
    });
    const one = { what, rows, ...times };
    console.log(JSON.stringify(one));
    measured.push(one);
  }
  return measured;
}

async function questions(): Promise<Record<string, () => Promise<number>>> {
  const countRows = ({ data }: { data: unknown[] }) => data.length;
  const periods = { month: { from: ago(30) }, quarter: { from: ago(92) }, year: { from: ago(364) } };
  const all: Record<string, () => Promise<number>> = {};
  for (const by of revenueUnit.options) {
    for (const [name, period] of Object.entries(periods)) {
      if (by === "hour" && name !== "month") continue;
      all[`revenue of a ${name} by ${by}`] = () =>
        getRevenue({ ctx, input: { ...period, by } }).then(({ rows, sold }) => rows.length + sold.length);
    }
  }
  all["revenue of a year by product, as a file"] = () =>
    getRevenueFile({ ctx, input: { ...periods.year, by: "product", limit: 1_000 } }).then(
      (file) => file.split("\n").length,
    );
  const ledger = (input: object) => () =>
    listLedger({ ctx, input: { limit: 100, ...input } }).then(countRows);
  const old = { from: ago(200), to: ago(199) };
  Object.assign(all, {
    "ledger: all": ledger({}),
    "ledger: one currency": ledger({ currency: "USD" }),
    "ledger: old days": ledger({ ...old, currency: "EUR" }),
    "ledger: payments": ledger({ account: "payments", currency: "EUR" }),
    "ledger: fees of an old day": ledger({ ...old, account: "platform_fees", currency: "EUR" }),
    "ledger: refunds": ledger({ account: "refunds", currency: "EUR" }),
    "ledger: disputes": ledger({ account: "disputes", currency: "USD" }),
    "ledger: accounts that have nothing": ledger({ account: "taxes,suspense" }),
    "ledger: net of a day": ledger({
      ...old,
      currency: "EUR",
      account: "payments,refunds,disputes,platform_fees,provider_fees,suspense",
    }),
    "ledger: an hour of the week": ledger({
      ...periods.quarter,
      currency: "EUR",
      hour: 3,
      weekday: 7,
      account: "payments",
    }),
  });
  const sales = (input: object) => () => listSales({ ctx, input: { limit: 100, ...input } }).then(countRows);
  Object.assign(all, {
    "sales: all": sales({}),
    "sales: a product in a year": sales({ ...periods.year, by: "product", value: "Dish 42" }),
    "sales: a table on an old day": sales({ ...old, by: "table", value: "12" }),
    "sales: what no order tells by product": sales({ ...periods.month, by: "product", isUnknown: "true" }),
    "sales: what no order tells by table": sales({ ...old, by: "table", isUnknown: "true" }),
  });
  const [payout] = (await listPayouts({ ctx, input: { limit: 1, to: ago(3) } })).data;
  const [sale] = (await listSales({ ctx, input: { limit: 1, to: ago(9) } })).data;
  const payoutId = payout?.id ?? "";
  Object.assign(all, {
    payouts: () => listPayouts({ ctx, input: { limit: 100 } }).then(countRows),
    "one payout": () =>
      getPayout({ ctx, input: { id: payoutId } }).then(({ contents }) => countRows(contents)),
    "one payout, its refunds": () =>
      getPayout({ ctx, input: { id: payoutId, group: "refunds", limit: 100 } }).then(({ contents }) =>
        countRows(contents),
      ),
    disputes: () => listDisputes({ ctx, input: { limit: 100 } }).then(countRows),
    reconciliation: () => getReconciliation({ ctx, input: {} }).then(({ accounts }) => accounts.length),
    timeline: () =>
      getTimeline({ ctx, input: { id: sale?.chargeId ?? "" } }).then(({ steps }) => steps.length),
  });
  return all;
}
