import { db } from "#db/client.ts";
import { authoriseOperator, type OperatorCtx } from "#lib/auth/operator.ts";
import { type FeePolicyDto, listFeePoliciesInput } from "#lib/fees/fee-policy-schema.ts";
import { readFeePolicies } from "#lib/fees/get-fee-policy.ts";
import { parseInput } from "#lib/parse.ts";

/**
 * Every rule that a merchant's payments went, go or will go by, the one that begins last first.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export async function listFeePolicies({
  ctx,
  input,
  at = new Date(),
}: {
  ctx: OperatorCtx;
  input: unknown;
  at?: Date;
}): Promise<FeePolicyDto[]> {
  await authoriseOperator(ctx);
  const { merchantId } = parseInput(listFeePoliciesInput, input);
  return readFeePolicies(db(), merchantId, at);
}
