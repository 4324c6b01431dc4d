import { and, asc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { revenueSpans } from "#db/schema/operator.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { negativeBalance, revenueScope } from "./revenue-schema.ts";

/** The lowest ones; more would be a list that nobody works through. */
const mostShown = 200;

/**
 * Merchants whose balance at a provider is below zero by the ledger, the lowest first: refunds and disputes took more than
 * there was.
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const listNegativeBalances = defineOperatorVerb({
  input: revenueScope,
  output: z.array(negativeBalance),
  async run({ input: { environment, currency } }) {
    return readInTime((tx) =>
      tx
        .select({
          merchantId: merchants.id,
          merchantName: merchants.name,
          provider: revenueSpans.provider,
          balance: revenueSpans.balance,
        })
        .from(revenueSpans)
        .innerJoin(merchants, eq(merchants.id, revenueSpans.merchantId))
        .where(
          and(
            eq(revenueSpans.environment, environment),
            eq(revenueSpans.currency, currency),
            eq(revenueSpans.span, "all"),
            eq(revenueSpans.book, "merchant"),
            lt(revenueSpans.balance, 0),
          ),
        )
        .orderBy(asc(revenueSpans.balance), asc(merchants.id))
        .limit(mostShown),
    );
  },
});
