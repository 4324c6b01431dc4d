import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { openPostgres } from "#db/connection/open.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { withLiterals } from "#db/testing/with-literals.ts";
import type { OperatorCtx } from "#lib/auth/operator.ts";
import { env } from "#lib/env.ts";
import { tryFeePlan } from "../fee-plan/try-fee-plan.ts";
import { createTestOperator, openSeller } from "../testing/scene.ts";
import { listMerchants } from "./list-merchants.ts";
import { listMonthMerchants } from "./list-month-merchants.ts";
import { listNegativeBalances } from "./list-negative-balances.ts";
import { readCohorts } from "./read-cohorts.ts";
import { readMerchantMonths, readRevenueMonths } from "./read-months.ts";

/** Rows that a page about another currency has nothing to do with. */
const others = 20_000;
const at = new Date("2041-03-13T12:00:00Z");
const scope = { environment: "live", currency: "QPA" } as const;
let ctx: OperatorCtx;
let merchantId: string;

beforeAll(async () => {
  ctx = await createTestOperator();
  const seller = await openSeller("QPA", "2041-01-05");
  await seller.book("2041-03-01T00:00:00Z", { payments: 5_000, platformFees: -200, paymentCount: 1 });
  merchantId = seller.merchantId;
  const other = await createTestMerchant();
  await db().execute(sql`
    INSERT INTO revenue_spans (merchant_id, book, environment, provider, currency, span, starts_on, payments, payment_count)
    SELECT ${other.merchantId}, 'merchant', 'live', '', 'QPB', span, DATE '2041-03-01' - n, n, 1
    FROM generate_series(1, ${others}::int) n, (VALUES ('month'), ('all')) spans (span)`);
  await db().execute(sql`
    INSERT INTO revenue_standings (environment, currency, week_on, merchant_id, payments)
    SELECT 'live', 'QPB', DATE '2041-03-11' - n, ${other.merchantId}, 1 FROM generate_series(1, ${others}::int) n`);
  for (const table of ["revenue_spans", "revenue_standings", "revenue_months"]) {
    await db().execute(sql`ANALYZE ${sql.identifier(table)}`);
  }
});

afterAll(async () => {
  for (const table of ["revenue_spans", "revenue_standings", "revenue_months"]) {
    await db().execute(sql`DELETE FROM ${sql.identifier(table)} WHERE currency = 'QPB'`);
  }
});

/** What Postgres makes of each statement of a verb. */
async function explainPlans(run: () => Promise<unknown>): Promise<string> {
  const asked: { query: string; params: unknown[] }[] = [];
  const client = openPostgres(env().DATABASE_URL);
  const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
  const usual = globalThis.patchbayConnection;
  const watched = drizzle(client, { logger });
  globalThis.patchbayConnection = { db: watched, queueDb: watched, close: () => client.end() };
  try {
    await run();
  } finally {
    globalThis.patchbayConnection = usual;
    await client.end();
  }
  const plans: string[] = [];
  for (const { query, params } of asked) {
    if (!query.includes("revenue_")) continue;
    const explained = await db().execute(sql.raw(`EXPLAIN (FORMAT JSON) ${withLiterals(query, params)}`));
    plans.push(JSON.stringify([...explained]));
  }
  return plans.join("\n");
}

const pages: Readonly<Record<string, () => Promise<unknown>>> = {
  months: () => readRevenueMonths({ ctx, input: scope, at }),
  cohorts: () => readCohorts({ ctx, input: scope, at }),
  merchants: () => listMerchants({ ctx, input: scope, at }),
  "the merchants of a month": () => listMonthMerchants({ ctx, input: { ...scope, month: "2041-03" } }),
  "negative balances": () => listNegativeBalances({ ctx, input: scope }),
  "one merchant": () => readMerchantMonths({ ctx, input: { ...scope, merchantId }, at }),
  "a fee plan": () => tryFeePlan({ ctx, input: scope, at }),
};

test.each(Object.keys(pages))("%s: no sums but those asked for are read", async (page) => {
  const plans = await explainPlans(async () => pages[page]?.());
  expect(plans).toMatch(/"Relation Name":\s?"revenue_/);
  expect(plans).not.toMatch(/"Node Type":\s?"Seq Scan"[^{}]*"Relation Name":\s?"revenue_/);
});

test.each(["months", "cohorts"])(
  "%s of all merchants are read without a row of any of them",
  async (page) => {
    const plans = await explainPlans(async () => pages[page]?.());
    expect(plans).toContain("revenue_months");
    expect(plans).not.toContain("revenue_spans");
  },
);

test("merchants are ranked by one row of each for the week, and not by their weeks", async () => {
  const plans = await explainPlans(async () => pages.merchants?.());
  expect(plans).toContain("revenue_standings_key");
});
