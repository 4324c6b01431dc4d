import { eq, isNull, or } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import type { FeePolicyDto } from "./fee-policy-schema.ts";
import { policyStates } from "./policy-states.ts";

/**
 * By which rules the merchant's payments go now, and which ones begin later: for each currency the most particular one
 * counts.
 * @param at now
 * @throws {AppError} 403 without the permission to read
 */
export async function getFeePolicy({
  ctx,
  at = new Date(),
}: {
  ctx: Ctx;
  at?: Date;
}): Promise<FeePolicyDto[]> {
  authorise(ctx, "read");
  const all = await readFeePolicies(db(), ctx.merchantId, at);
  return all.filter(({ state }) => state === "in_force" || state === "next");
}

/** All rules that a merchant's payments went, go or will go by, the one that begins last first. */
export async function readFeePolicies(tx: Tx, merchantId: string, at: Date): Promise<FeePolicyDto[]> {
  const rows = await tx
    .select()
    .from(feePolicies)
    .where(or(isNull(feePolicies.merchantId), eq(feePolicies.merchantId, merchantId)));
  return policyStates(rows, at);
}
