import { eq, sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { revenueSpans } from "#db/schema/operator.ts";
import { authoriseOperator, type OperatorCtx } from "#lib/auth/operator.ts";
import type { RevenueScope } from "./revenue-schema.ts";

/**
 * In which environments and currencies anything was booked: live before sandbox, and the currency with the most payments
 * first.
 * @throws {AppError} 404 for who is no operator
 */
export async function listScopes({ ctx }: { ctx: OperatorCtx }): Promise<RevenueScope[]> {
  await authoriseOperator(ctx);
  const { environment, currency } = revenueSpans;
  return readInTime((tx) =>
    tx
      .select({ environment, currency })
      .from(revenueSpans)
      .where(eq(revenueSpans.span, "all"))
      .groupBy(environment, currency)
      .orderBy(environment, sql`sum(${revenueSpans.paymentCount}) DESC`, currency),
  );
}
