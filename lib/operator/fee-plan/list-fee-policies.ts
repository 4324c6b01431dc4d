import { z } from "zod";
import { db } from "#db/client.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { feePolicyDto, listFeePoliciesInput } from "#lib/fees/fee-policy-schema.ts";
import { readFeePolicies } from "#lib/fees/get-fee-policy.ts";

/**
 * Every rule that a merchant's payments went, go or will go by, the one that begins last first.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const listFeePolicies = defineOperatorVerb({
  input: listFeePoliciesInput,
  output: z.array(feePolicyDto),
  async run({ input: { merchantId }, at = new Date() }) {
    return readFeePolicies(db(), merchantId, at);
  },
});
