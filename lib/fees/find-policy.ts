import { and, desc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import type { FeeRule } from "./compute-fee.ts";
import { builtInPolicy } from "./policy-states.ts";

/**
 * The rule for a merchant's payments in a currency at a moment: the most particular one that is valid, and of these the
 * one that began last.
 */
export async function findFeePolicy(
  tx: Tx,
  { merchantId, currency, at }: { merchantId: string; currency: string; at: Date },
): Promise<FeeRule & { id: string | null }> {
  const [policy] = await tx
    .select({
      id: feePolicies.id,
      basisPoints: feePolicies.basisPoints,
      minimum: feePolicies.minimum,
    })
    .from(feePolicies)
    .where(
      and(
        or(isNull(feePolicies.merchantId), eq(feePolicies.merchantId, merchantId)),
        or(isNull(feePolicies.currency), eq(feePolicies.currency, currency)),
        lte(feePolicies.validFrom, at),
      ),
    )
    .orderBy(
      sql`${feePolicies.merchantId} IS NULL`,
      sql`${feePolicies.currency} IS NULL`,
      desc(feePolicies.validFrom),
      desc(feePolicies.id),
    )
    .limit(1);
  return policy ?? builtInPolicy;
}
