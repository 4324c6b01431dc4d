import type { Sql } from "postgres";
import type { OperatorCtx } from "#lib/auth/operator.ts";
import { tryFeePlan } from "#lib/operator/fee-plan/try-fee-plan.ts";
import { listMerchants } from "#lib/operator/revenue/list-merchants.ts";
import { listNegativeBalances } from "#lib/operator/revenue/list-negative-balances.ts";
import { listScopes } from "#lib/operator/revenue/list-scopes.ts";
import { readCohorts } from "#lib/operator/revenue/read-cohorts.ts";
import { readMerchantMonths, readRevenueMonths } from "#lib/operator/revenue/read-months.ts";
import { measureTimes, type Times } from "../bench/measure-times.ts";

type Measured = { page: string } & Times;

/** Milliseconds of what each page asks, as it asks: what stands on one page, at once. */
export async function measurePages(sql: Sql, operatorId: string, times: number): Promise<Measured[]> {
  const ctx: OperatorCtx = { operatorId, requestId: "bench", locale: "en" };
  const scope = { environment: "live", currency: "EUR" } as const;
  const input = scope;
  const pages: Record<string, () => Promise<unknown>> = {
    revenue: async () => {
      await listScopes({ ctx });
      await Promise.all([
        readRevenueMonths({ ctx, input }),
        listMerchants({ ctx, input }),
        readCohorts({ ctx, input }),
        listNegativeBalances({ ctx, input }),
      ]);
    },
    scopes: () => listScopes({ ctx }),
    months: () => readRevenueMonths({ ctx, input }),
    merchants: () => listMerchants({ ctx, input }),
    "merchants at risk, page 3": () =>
      listMerchants({ ctx, input: { ...scope, standing: "at_risk", page: 3 } }),
    cohorts: () => readCohorts({ ctx, input }),
    "negative balances": () => listNegativeBalances({ ctx, input }),
    "one merchant": () => readMerchantMonths({ ctx, input: { ...scope, merchantId: "mer_00000007" } }),
    "fee plan, the largest": () => tryFeePlan({ ctx, input: { ...scope, basisPoints: 250, minimum: 30 } }),
    "fee plan, page 10": () => tryFeePlan({ ctx, input: { ...scope, basisPoints: 250, page: 10 } }),
  };
  const measured: Measured[] = [];
  for (const [page, ask] of Object.entries(pages)) {
    await ask();
    measured.push({ page, ...(await measureTimes(sql, times, ask)) });
  }
  return measured;
}
