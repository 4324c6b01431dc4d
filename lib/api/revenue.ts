import { reconcileAccount } from "#lib/books/reconcile-account.ts";
import { getDisputesFile } from "#lib/revenue/files/disputes-file.ts";
import { getLedgerFile } from "#lib/revenue/files/ledger-file.ts";
import { getPayoutsFile } from "#lib/revenue/files/payouts-file.ts";
import { getSalesFile } from "#lib/revenue/files/sales-file.ts";
import { getPayout } from "#lib/revenue/get-payout.ts";
import { getReconciliation } from "#lib/revenue/get-reconciliation.ts";
import { getRevenue } from "#lib/revenue/get-revenue.ts";
import { getTimeline } from "#lib/revenue/get-timeline.ts";
import { listDisputes } from "#lib/revenue/list-disputes.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { listPayouts } from "#lib/revenue/list-payouts.ts";
import { listSales } from "#lib/revenue/list-sales.ts";
import { getRevenueFile } from "#lib/revenue/reports/revenue-file.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Revenue";
const csvFile = (name: string) => ({ contentType: "text/csv; charset=utf-8", name: `${name}.csv` });

export const revenueEndpoints = {
  getRevenue: {
    method: "GET",
    path: "/api/payments/revenue",
    summary: "What was earned in a period: by day, hour, month, product, QR code or table, in one currency",
    tag,
    verb: getRevenue,
    status: 200,
  },
  getRevenueFile: {
    method: "GET",
    path: "/api/payments/revenue.csv",
    summary: "The same as a file for spreadsheets",
    tag,
    verb: getRevenueFile,
    status: 200,
    file: csvFile("revenue"),
  },
  listSales: {
    method: "GET",
    path: "/api/payments/sales",
    summary: "The payments behind a number of sales, newest first",
    tag,
    verb: listSales,
    status: 200,
  },
  getSalesFile: {
    method: "GET",
    path: "/api/payments/sales.csv",
    summary: "The payments behind a number of sales, all of them, as a file",
    tag,
    verb: getSalesFile,
    status: 200,
    file: csvFile("sales"),
  },
  listLedger: {
    method: "GET",
    path: "/api/payments/ledger",
    summary: "What has happened to money, as journals with their entries, newest first",
    tag,
    verb: listLedger,
    status: 200,
  },
  getLedgerFile: {
    method: "GET",
    path: "/api/payments/ledger.csv",
    summary: "The ledger as a file of any length: a row for each journal, a column for each account",
    tag,
    verb: getLedgerFile,
    status: 200,
    file: csvFile("ledger"),
  },
  listPayouts: {
    method: "GET",
    path: "/api/payments/payouts",
    summary: "List payouts to the bank, newest first",
    tag,
    verb: listPayouts,
    status: 200,
  },
  getPayoutsFile: {
    method: "GET",
    path: "/api/payments/payouts.csv",
    summary: "Payouts as a file",
    tag,
    verb: getPayoutsFile,
    status: 200,
    file: csvFile("payouts"),
  },
  getPayout: {
    method: "GET",
    path: "/api/payments/payouts/{id}",
    summary: "One payout with what is in it, down to the order and the scan",
    tag,
    verb: getPayout,
    status: 200,
  },
  listDisputes: {
    method: "GET",
    path: "/api/payments/disputes",
    summary: "List disputes, newest first",
    tag,
    verb: listDisputes,
    status: 200,
  },
  getDisputesFile: {
    method: "GET",
    path: "/api/payments/disputes.csv",
    summary: "Disputes as a file, with what each has taken",
    tag,
    verb: getDisputesFile,
    status: 200,
    file: csvFile("disputes"),
  },
  getReconciliation: {
    method: "GET",
    path: "/api/payments/reconciliation",
    summary: "Until when the providers' accounts and the ledger agree, and what differs",
    tag,
    verb: getReconciliation,
    status: 200,
  },
  reconcileAccount: {
    method: "POST",
    path: "/api/payments/accounts/{id}/reconcile",
    summary: "Compare an account with its provider now: what was missing is booked, what differs is named",
    tag,
    verb: reconcileAccount,
    status: 200,
  },
  getTimeline: {
    method: "GET",
    path: "/api/payments/charges/{id}/timeline",
    summary: "What happened around one payment, from the scan to the bank",
    tag,
    verb: getTimeline,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
