import { count, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import { merchants, users } from "#db/schema/tenancy.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import {
  type ListedFeePolicy,
  listEveryFeePolicyInput,
  listedFeePolicy,
  policiesPerPage,
} from "./fee-plan-schema.ts";

/**
 * Every fee policy that was ever set, of every merchant and of everybody, the newest first, with whoever set it.
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const listEveryFeePolicy = defineOperatorVerb({
  input: listEveryFeePolicyInput,
  output: z.object({ data: z.array(listedFeePolicy), total: z.int(), page: z.int() }),
  async run({ input: { page } }) {
    const state = sql<ListedFeePolicy["state"]>`CASE
    WHEN ${feePolicies.validFrom} > now() THEN 'next'
    WHEN EXISTS (
      SELECT FROM fee_policies newer WHERE newer.merchant_id IS NOT DISTINCT FROM ${feePolicies.merchantId}
        AND newer.currency IS NOT DISTINCT FROM ${feePolicies.currency} AND newer.valid_from <= now()
        AND (newer.valid_from, newer.id) > (${feePolicies.validFrom}, ${feePolicies.id})
    ) THEN 'past' ELSE 'in_force' END`;
    const rows = await db()
      .select({ policy: feePolicies, merchantName: merchants.name, setByName: users.name, state })
      .from(feePolicies)
      .leftJoin(merchants, eq(merchants.id, feePolicies.merchantId))
      .leftJoin(users, eq(users.id, feePolicies.createdBy))
      .orderBy(desc(feePolicies.id))
      .limit(policiesPerPage)
      .offset((page - 1) * policiesPerPage);
    const [all] = await db().select({ policies: count() }).from(feePolicies);
    const data = rows.map(({ policy, merchantName, setByName, state: stands }): ListedFeePolicy => {
      const { id, merchantId, currency, basisPoints, minimum, validFrom, createdBy, createdAt } = policy;
      return {
        id,
        merchant: merchantId === null ? null : { id: merchantId, name: merchantName ?? merchantId },
        currency,
        basisPoints,
        minimum,
        validFrom: validFrom.toISOString(),
        state: stands,
        setBy: setByName ?? createdBy,
        setAt: createdAt.toISOString(),
      };
    });
    return { data, total: all?.policies ?? 0, page };
  },
});
