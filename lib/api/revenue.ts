import { z } from "zod";
import { reconcileAccount, reconciledDto, reconcileInput } from "#lib/books/reconcile-account.ts";
import { pageOf } from "#lib/listing/page.ts";
import { disputeDto, listDisputesInput } from "#lib/revenue/disputes-schema.ts";
import { disputesFileInput, getDisputesFile } from "#lib/revenue/files/disputes-file.ts";
import { getLedgerFile, ledgerFileInput } from "#lib/revenue/files/ledger-file.ts";
import { getPayoutsFile, payoutsFileInput } from "#lib/revenue/files/payouts-file.ts";
import { getSalesFile, salesFileInput } from "#lib/revenue/files/sales-file.ts";
import { getPayout } from "#lib/revenue/get-payout.ts";
import { getReconciliation } from "#lib/revenue/get-reconciliation.ts";
import { getRevenue } from "#lib/revenue/get-revenue.ts";
import { getTimeline } from "#lib/revenue/get-timeline.ts";
import { journalDto, listLedgerInput, listSalesInput } from "#lib/revenue/ledger-schema.ts";
import { listDisputes } from "#lib/revenue/list-disputes.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { listPayouts } from "#lib/revenue/list-payouts.ts";
import { listSales } from "#lib/revenue/list-sales.ts";
import { listPayoutsInput, payoutDetailDto, payoutDto, payoutInput } from "#lib/revenue/payouts-schema.ts";
import { reconciliationDto, reconciliationInput } from "#lib/revenue/reconciliation-schema.ts";
import { getRevenueFile } from "#lib/revenue/reports/revenue-file.ts";
import { revenueDto, revenueInput, saleDto } from "#lib/revenue/schema.ts";
import { timelineDto, timelineInput } from "#lib/revenue/timeline-schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Revenue";
const common = { method: "GET", tag, permission: "read", status: 200 } as const;
const csvFile = (name: string) => ({ contentType: "text/csv; charset=utf-8", name: `${name}.csv` });

export const getRevenueEndpoint = {
  ...common,
  path: "/api/payments/revenue",
  summary: "What was earned in a period: by day, hour, month, product, QR code or table, in one currency",
  input: revenueInput,
  output: revenueDto,
  run: getRevenue,
} satisfies Endpoint;

export const getRevenueFileEndpoint = {
  ...common,
  path: "/api/payments/revenue.csv",
  summary: "The same as a file for spreadsheets",
  input: revenueInput,
  output: z.string(),
  file: csvFile("revenue"),
  run: getRevenueFile,
} satisfies Endpoint;

export const listSalesEndpoint = {
  ...common,
  path: "/api/payments/sales",
  summary: "The payments behind a number of sales, newest first",
  input: listSalesInput,
  output: pageOf(saleDto),
  run: listSales,
} satisfies Endpoint;

export const getSalesFileEndpoint = {
  ...common,
  path: "/api/payments/sales.csv",
  summary: "The payments behind a number of sales, all of them, as a file",
  input: salesFileInput,
  output: z.string(),
  file: csvFile("sales"),
  run: getSalesFile,
} satisfies Endpoint;

export const listLedgerEndpoint = {
  ...common,
  path: "/api/payments/ledger",
  summary: "What has happened to money, as journals with their entries, newest first",
  input: listLedgerInput,
  output: pageOf(journalDto),
  run: listLedger,
} satisfies Endpoint;

export const getLedgerFileEndpoint = {
  ...common,
  path: "/api/payments/ledger.csv",
  summary: "The ledger as a file of any length: a row for each journal, a column for each account",
  input: ledgerFileInput,
  output: z.string(),
  file: csvFile("ledger"),
  run: getLedgerFile,
} satisfies Endpoint;

export const listPayoutsEndpoint = {
  ...common,
  path: "/api/payments/payouts",
  summary: "List payouts to the bank, newest first",
  input: listPayoutsInput,
  output: pageOf(payoutDto),
  run: listPayouts,
} satisfies Endpoint;

export const getPayoutsFileEndpoint = {
  ...common,
  path: "/api/payments/payouts.csv",
  summary: "Payouts as a file",
  input: payoutsFileInput,
  output: z.string(),
  file: csvFile("payouts"),
  run: getPayoutsFile,
} satisfies Endpoint;

export const getPayoutEndpoint = {
  ...common,
  path: "/api/payments/payouts/{id}",
  summary: "One payout with what is in it, down to the order and the scan",
  input: payoutInput,
  output: payoutDetailDto,
  run: getPayout,
} satisfies Endpoint;

export const listDisputesEndpoint = {
  ...common,
  path: "/api/payments/disputes",
  summary: "List disputes, newest first",
  input: listDisputesInput,
  output: pageOf(disputeDto),
  run: listDisputes,
} satisfies Endpoint;

export const getDisputesFileEndpoint = {
  ...common,
  path: "/api/payments/disputes.csv",
  summary: "Disputes as a file, with what each has taken",
  input: disputesFileInput,
  output: z.string(),
  file: csvFile("disputes"),
  run: getDisputesFile,
} satisfies Endpoint;

export const getReconciliationEndpoint = {
  ...common,
  path: "/api/payments/reconciliation",
  summary: "Until when the providers' accounts and the ledger agree, and what differs",
  input: reconciliationInput,
  output: reconciliationDto,
  run: getReconciliation,
} satisfies Endpoint;

export const getTimelineEndpoint = {
  ...common,
  path: "/api/payments/charges/{id}/timeline",
  summary: "What happened around one payment, from the scan to the bank",
  input: timelineInput,
  output: timelineDto,
  run: getTimeline,
} satisfies Endpoint;

export const reconcileAccountEndpoint = {
  method: "POST",
  path: "/api/payments/accounts/{id}/reconcile",
  summary: "Compare an account with its provider now: what was missing is booked, what differs is named",
  tag,
  permission: "payments:write",
  input: reconcileInput,
  output: reconciledDto,
  status: 200,
  run: reconcileAccount,
} satisfies Endpoint;

/** What was earned, where it went, and whether all of it agrees. */
export const revenueReports: readonly Endpoint[] = [
  getRevenueEndpoint,
  getRevenueFileEndpoint,
  listSalesEndpoint,
  getSalesFileEndpoint,
  listLedgerEndpoint,
  getLedgerFileEndpoint,
  listPayoutsEndpoint,
  getPayoutsFileEndpoint,
  getPayoutEndpoint,
  listDisputesEndpoint,
  getDisputesFileEndpoint,
  getReconciliationEndpoint,
  reconcileAccountEndpoint,
  getTimelineEndpoint,
];
