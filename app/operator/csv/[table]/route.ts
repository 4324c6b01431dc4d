import type { OperatorCtx } from "#lib/auth/operator.ts";
import { notFound } from "#lib/errors.ts";
import { lookUp } from "#lib/look-up.ts";
import { tryFeePlan } from "#lib/operator/fee-plan/try-fee-plan.ts";
import { listAllMerchants } from "#lib/operator/revenue/list-merchants.ts";
import { listAllMonthMerchants } from "#lib/operator/revenue/list-month-merchants.ts";
import { listNegativeBalances } from "#lib/operator/revenue/list-negative-balances.ts";
import { readCohorts } from "#lib/operator/revenue/read-cohorts.ts";
import { readMerchantMonths, readRevenueMonths } from "#lib/operator/revenue/read-months.ts";
import {
  balancesCsv,
  cohortsCsv,
  feePlanCsv,
  merchantsCsv,
  monthMerchantsCsv,
  monthsCsv,
} from "#lib/operator/revenue/revenue-csv.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { revenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { parseInput } from "#lib/parse.ts";
import { answerOperatorFile } from "#lib/transport/operator-action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

type Query = Record<string, string>;
type File = (ctx: OperatorCtx, query: Query, scope: RevenueScope) => Promise<string>;

const files: Readonly<Record<string, File>> = {
  months: async (ctx, _, scope) =>
    monthsCsv(await readRevenueMonths({ ctx, input: scope }), scope, ctx.locale),
  "merchant-months": async (ctx, { merchant: merchantId }, scope) => {
    const { months } = await runFields(readMerchantMonths, { ctx, input: { ...scope, merchantId } });
    return monthsCsv(months, scope, ctx.locale);
  },
  merchants: async (ctx, { standing, q: search }, scope) =>
    merchantsCsv(
      await runFields(listAllMerchants, { ctx, input: { ...scope, standing, search } }),
      scope,
      ctx.locale,
    ),
  "month-merchants": async (ctx, { month = "" }, scope) =>
    monthMerchantsCsv(
      await listAllMonthMerchants({ ctx, input: { ...scope, month } }),
      month,
      scope,
      ctx.locale,
    ),
  cohorts: async (ctx, _, scope) => cohortsCsv(await readCohorts({ ctx, input: scope }), scope, ctx.locale),
  balances: async (ctx, _, scope) =>
    balancesCsv(await listNegativeBalances({ ctx, input: scope }), scope, ctx.locale),
  "fee-plan": async (ctx, { plan, share, minimum, page }, scope) => {
    const numbers = {
      basisPoints: parseNumber(share),
      minimum: parseNumber(minimum),
      page: parseNumber(page),
    };
    return feePlanCsv(
      await runFields(tryFeePlan, { ctx, input: { ...scope, plan, ...numbers } }),
      scope,
      ctx.locale,
    );
  },
};

/** Any table of the operator's pages as a file. */
export async function GET(request: Request, { params }: RouteContext<"/operator/csv/[table]">) {
  const { table } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { environment, currency } = query;
  return answerOperatorFile(
    ["patchbay", table, environment, currency].filter(isPlain).join("-"),
    async (ctx) => {
      const write = lookUp(files, table);
      if (!write) throw notFound("page");
      return write(ctx, query, parseInput(revenueScope, { environment, currency }));
    },
  );
}

/** What may stand in the name of a file. */
function isPlain(part: string | undefined): boolean {
  return part !== undefined && /^[\w-]{1,40}$/.test(part);
}

function parseNumber(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}
