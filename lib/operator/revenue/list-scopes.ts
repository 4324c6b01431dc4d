import { sql } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { revenueMonths } from "#db/schema/operator.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { noInput } from "#lib/auth/verb.ts";
import { revenueScope } from "./revenue-schema.ts";

/**
 * In which environments and currencies anything was booked: live before sandbox, and the currency with the most payments
 * first.
 * @throws {AppError} 404 for who is no operator
 */
export const listScopes = defineOperatorVerb({
  input: noInput,
  output: z.array(revenueScope),
  async run() {
    const { environment, currency } = revenueMonths;
    return readInTime((tx) =>
      tx
        .select({ environment, currency })
        .from(revenueMonths)
        .groupBy(environment, currency)
        .orderBy(environment, sql`sum(${revenueMonths.paymentCount}) DESC`, currency),
    );
  },
});
