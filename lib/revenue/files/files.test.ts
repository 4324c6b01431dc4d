import { expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { paymentEndpoints } from "#lib/api/payments.ts";
import { revenueEndpoints } from "#lib/api/revenue.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { getChargesFile } from "#lib/payments/charges-file.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { handle } from "#lib/transport/handle.ts";
import { getRevenue } from "../get-revenue.ts";
import { listLedger } from "../list-ledger.ts";
import { addDispute, addPayout, bookAll, movement, openShop, type Shop, sell } from "../testing/scene.ts";
import { walkPages } from "../testing/walk-pages.ts";
import { getDisputesFile } from "./disputes-file.ts";
import { getLedgerFile } from "./ledger-file.ts";
import { getPayoutsFile } from "./payouts-file.ts";
import { getSalesFile } from "./sales-file.ts";

const paidAt = new Date("2025-10-25T23:30:00Z");
const files = [getLedgerFile, getPayoutsFile, getDisputesFile, getSalesFile, getChargesFile];
const fileEndpoints = [
  revenueEndpoints.getLedgerFile,
  revenueEndpoints.getPayoutsFile,
  revenueEndpoints.getDisputesFile,
  revenueEndpoints.getSalesFile,
  paymentEndpoints.getChargesFile,
];

async function toWhole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/** The rows of a file by the names of their columns; none of these files' cells here has a comma in it. */
function rowsIn(file: string): Record<string, string>[] {
  const [heading = [], ...rows] = file
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, row[at] ?? ""])));
}

const readRows = async (pieces: AsyncIterable<string>) => rowsIn(await toWhole(pieces));

const cents = (text: string | undefined) => Math.round(Number(text) * 100);
const sumAmounts = (rows: readonly Record<string, string>[], column: string) =>
  rows.reduce((sum, row) => sum + cents(row[column]), 0);

/** A sale, its dispute in part, a payout: one row at least for each file. */
async function trade(shop: Shop) {
  const sale = await sell(shop, {
    amount: 5_000,
    paidAt,
    orderId: "ord_1",
    description: "=HYPERLINK(1)",
    lines: [{ name: "Soup", quantity: 2, amount: 5_000 }],
  });
  const { disputeId } = await addDispute(shop, { amount: 1_000, chargeId: sale.id, reason: "@fraud" });
  const common = { kind: "dispute", at: paidAt, paymentId: sale.chargeId, objectId: disputeId } as const;
  await bookAll(shop.book, [
    movement({
      ...common,
      id: `dp_${sale.id}`,
      currency: "EUR",
      amount: -1_000,
      fees: [{ kind: "provider", amount: 2_000 }],
    }),
    movement({ ...common, id: `dx_${sale.id}`, currency: "JPY", amount: -7 }),
  ]);
  const payoutId = await addPayout(shop, { amount: 1_672, items: [sale.sourceId], createdAt: paidAt });
  return { sale, payoutId };
}

test("columns of the ledger's file add up to the report, and each row to its balance, in the merchant's time", async () => {
  const shop = await openShop("Europe/Berlin");
  const { sale } = await trade(shop);
  const rows = await readRows(await getLedgerFile({ ctx: shop.ctx, input: { currency: "EUR" } }));
  const { totals } = await getRevenue({
    ctx: shop.ctx,
    input: { from: "2025-10-25", to: "2025-10-27", currency: "EUR" },
  });
  expect(rows.map((row) => row.Kind).toSorted()).toEqual(["dispute", "payment"]);
  const numbers = {
    Payments: totals.gross,
    Disputes: totals.disputes,
    "Dispute fees": totals.disputeFees,
    "Platform fees": totals.platformFees,
    "Provider's fees": totals.providerFees,
    Taxes: totals.taxes,
    Balance: totals.net,
  };
  for (const [column, number] of Object.entries(numbers)) {
    expect([column, sumAmounts(rows, column)]).toEqual([column, number]);
  }
  expect(sumAmounts(rows, "Payments")).toBe(5_000);
  const payment = rows.find((row) => row.Kind === "payment");
  expect(payment).toMatchObject({
    "Reported (Europe/Berlin)": "2025-10-26 01:30:00",
    "Reported (UTC)": "2025-10-25T23:30:00.000Z",
    Environment: "sandbox",
    Currency: "EUR",
    Balance: "46.90",
    Payment: sale.id,
    Order: "ord_1",
    Description: "'=HYPERLINK(1)",
  });
});

test("amounts of each currency have its digits, and a disputed amount stands once however many currencies it was taken in", async () => {
  const shop = await openShop();
  await trade(shop);
  const journals = await readRows(await getLedgerFile({ ctx: shop.ctx, input: { account: "disputes" } }));
  expect(journals.map((row) => [row.Currency, row.Disputes]).toSorted()).toEqual([
    ["EUR", "-10.00"],
    ["JPY", "-7"],
  ]);
  const disputes = await readRows(await getDisputesFile({ ctx: shop.ctx, input: {} }));
  expect(
    disputes.map((row) => [
      row.Amount,
      row.Reason,
      row["Currency of the balance"],
      row["Taken from the balance"],
      row.Fees,
    ]),
  ).toEqual([
    ["10.00", "'@fraud", "EUR", "-10.00", "-20.00"],
    ["", "'@fraud", "JPY", "-7", "0"],
  ]);
});

test("files of payouts, of sales and of charges have what their lists have", async () => {
  const shop = await openShop("Europe/Berlin");
  const { payoutId, sale } = await trade(shop);
  expect(await readRows(await getPayoutsFile({ ctx: shop.ctx, input: { status: "paid" } }))).toMatchObject([
    { Payout: payoutId, Amount: "16.72", Status: "paid", "Made (Europe/Berlin)": "2025-10-26 01:30:00" },
  ]);
  expect(await readRows(await getPayoutsFile({ ctx: shop.ctx, input: { status: "failed" } }))).toEqual([]);
  const sold = { by: "product", value: "Soup" } as const;
  expect(await readRows(await getSalesFile({ ctx: shop.ctx, input: sold }))).toMatchObject([
    { Payment: sale.id, Sales: "50.00", Quantity: "2" },
  ]);
  const yen = await sell(shop, { amount: 700, currency: "JPY", paidAt, customer: { name: "=1+1" } });
  const charged = await readRows(await getChargesFile({ ctx: shop.ctx, input: {} }));
  expect(charged).toHaveLength(2);
  expect(charged.find((row) => row.Payment === yen.id)).toMatchObject({
    "Made (Europe/Berlin)": "2025-10-26 01:30:00",
    Amount: "700",
    "Provider's fee": "35",
    Customer: "'=1+1",
  });
  const ofSale = { orderId: "ord_1", status: "succeeded" } as const;
  expect(await readRows(await getChargesFile({ ctx: shop.ctx, input: ofSale }))).toMatchObject([
    { Payment: sale.id, Currency: "EUR", Amount: "50.00", Order: "ord_1", Description: "'=HYPERLINK(1)" },
  ]);
  expect(await readRows(await getChargesFile({ ctx: shop.ctx, input: { status: "failed" } }))).toEqual([]);
});

test("files say which payouts may still fail, by whom and of what they are, and what an inquiry is, which has taken nothing", async () => {
  const shop = await openShop();
  const [late, early] = [new Date("2025-10-28T00:00:00Z"), new Date("2025-10-27T00:00:00Z")];
  await addPayout(shop, { amount: 1, createdAt: late, isFinal: true, items: [] });
  await addPayout(shop, { amount: 2, createdAt: early, isAutomatic: false });
  const paidOut = await readRows(await getPayoutsFile({ ctx: shop.ctx, input: {} }));
  expect(paidOut.map((row) => [row.Amount, row["Can still fail"], row.By, row.Items])).toEqual([
    ["0.01", "no", "schedule", "listed"],
    ["0.02", "yes", "manual", "never listed (started manually)"],
  ]);
  await addDispute(shop, { amount: 3, openedAt: late, isInquiry: true });
  await addDispute(shop, { amount: 4, openedAt: early });
  const disputed = await readRows(await getDisputesFile({ ctx: shop.ctx, input: {} }));
  const taken = ["Currency of the balance", "Taken from the balance", "Fees"];
  expect(disputed.map((row) => [row.Amount, row.Inquiry, ...taken.map((name) => row[name])])).toEqual([
    ["0.03", "yes", "", "", ""],
    ["0.04", "no", "", "", ""],
  ]);
});

test("a file of many pages has each row of the list once, in its order, and reads no page before it is taken", async () => {
  const shop = await openShop();
  const count = 603;
  await bookAll(
    shop.book,
    Array.from({ length: count }, (_, at) =>
      movement({
        id: `${shop.accountId}_${at}`,
        kind: "payment",
        currency: "EUR",
        amount: at + 1,
        // Seven at a time in one moment: pages end amid them.
        at: new Date(paidAt.getTime() + Math.floor(at / 7) * 1_000),
      }),
    ),
  );
  const pieces: string[] = [];
  for await (const piece of await getLedgerFile({ ctx: shop.ctx, input: {} })) pieces.push(piece);
  expect(pieces.map((piece) => piece.trimEnd().split("\r\n").length)).toEqual([1, 500, 103]);
  const rows = rowsIn(pieces.join(""));
  const listed = await walkPages(listLedger, shop.ctx, { limit: 100 });
  expect(rows.map((row) => row.Journal)).toEqual(listed.map(({ id }) => id));
  expect(sumAmounts(rows, "Payments")).toBe((count * (count + 1)) / 2);
});

test("another merchant's file has nothing of it, and whoever may not read has none", async () => {
  const [shop, stranger] = [await openShop(), await openShop()];
  await trade(shop);
  for (const getFile of files) {
    const input = {};
    expect(await readRows(await getFile({ ctx: stranger.ctx, input }))).toEqual([]);
    expect((await readRows(await getFile({ ctx: shop.ctx, input }))).length).toBeGreaterThan(0);
    const ctx: Ctx = { ...shop.ctx, actor: { kind: "apiKey", id: "key_1", scopes: ["payments:write"] } };
    await expect(getFile({ ctx, input })).rejects.toMatchObject({ status: 403 });
  }
  await expect(getLedgerFile({ ctx: stranger.ctx, input: { chargeId: "chg_none" } })).rejects.toMatchObject({
    status: 422,
  });
});

async function ask(endpoint: Endpoint, key: string, query = "") {
  const request = new Request(`http://localhost:3000/api/x${query}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return handle(endpoint)(request, { params: Promise.resolve({}) });
}

test.each(fileEndpoints.map((endpoint) => [endpoint.path, endpoint] as const))(
  "%s gives a file, and a problem in its place where the question is wrong",
  async (path, endpoint) => {
    const shop = await openShop();
    await trade(shop);
    const key = await createTestApiKey(shop.ctx, ["read"]);
    const answer = await ask(endpoint, key);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="${path.split("/").at(-1)}"`,
    );
    expect((await answer.text()).split("\r\n").length).toBeGreaterThan(2);
    for (const query of ["?from=2025-10-28&to=2025-10-27", "?limit=5", "?cursor=x", "?currency=euros"]) {
      const refused = await ask(endpoint, key, query);
      expect([query, refused.status, refused.headers.get("content-type")]).toEqual([
        query,
        422,
        "application/problem+json",
      ]);
    }
  },
);
