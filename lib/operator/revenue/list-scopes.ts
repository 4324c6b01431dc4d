import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { revenueMonths } from "#db/schema/operator.ts";
import { authoriseOperator, type OperatorCtx } from "#lib/auth/operator.ts";
import type { RevenueScope } from "./revenue-schema.ts";

/**
 * In which environments and currencies anything was booked: live before sandbox, and the currency with the most payments
 * first.
 * @throws {AppError} 404 for who is no operator
 */
export async function listScopes({ ctx }: { ctx: OperatorCtx }): Promise<RevenueScope[]> {
  await authoriseOperator(ctx);
  const { environment, currency } = revenueMonths;
  return readInTime((tx) =>
    tx
      .select({ environment, currency })
      .from(revenueMonths)
      .groupBy(environment, currency)
      .orderBy(environment, sql`sum(${revenueMonths.paymentCount}) DESC`, currency),
  );
}
