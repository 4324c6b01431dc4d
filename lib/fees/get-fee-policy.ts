import { eq, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { defineVerbFor, noInput } from "#lib/auth/verb.ts";
import type { FeePolicyDto } from "./fee-policy-schema.ts";
import { feePolicyDto } from "./fee-policy-schema.ts";
import { policyStates } from "./policy-states.ts";

/**
 * By which rules the merchant's payments go now, and which ones begin later: for each currency the most particular one
 * counts.
 * @param at now
 * @throws {AppError} 403 without the permission to read
 */
export const getFeePolicy = defineVerbFor(
  ({ ctx }: { ctx: Ctx; at?: Date | undefined }) => authorise(ctx, "read"),
  {
    input: noInput,
    output: z.array(feePolicyDto),
    async run({ ctx, at = new Date() }) {
      const all = await readFeePolicies(db(), ctx.merchantId, at);
      return all.filter(({ state }) => state === "in_force" || state === "next");
    },
  },
);

/** All rules that a merchant's payments went, go or will go by, the one that begins last first. */
export async function readFeePolicies(tx: Tx, merchantId: string, at: Date): Promise<FeePolicyDto[]> {
  const rows = await tx
    .select()
    .from(feePolicies)
    .where(or(isNull(feePolicies.merchantId), eq(feePolicies.merchantId, merchantId)));
  return policyStates(rows, at);
}
