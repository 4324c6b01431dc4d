import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import { auditLog } from "#db/schema/platform.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { defineOperatorVerb, type OperatorCtx } from "#lib/auth/operator.ts";
import { invalidInput, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { setFeePolicyInput } from "#lib/fees/fee-policy-schema.ts";
import { newId } from "#lib/ids.ts";
import { recordOperatorAct } from "../record-operator-act.ts";

/** A moment that a form gave as "now" has passed by the time it is read. */
const graceMs = 60_000;

const setPolicy = z.object({ id: z.string(), merchantId: z.string().nullable(), validFrom: z.string() });
export type SetPolicy = z.infer<typeof setPolicy>;

/**
 * Sets what the platform takes of payments, of one merchant or of everybody without a rule of their own, from a moment
 * on that has not passed: payments that were decided keep their fee. It is a row of its own, so every earlier rule can
 * still be read. Noted in the operators' log, and in the merchant's audit log.
 * @throws {AppError} 404 for who is no operator and for an unknown merchant, 422 for bad input
 */
export const setFeePolicy = defineOperatorVerb({
  input: setFeePolicyInput,
  output: setPolicy,
  async run({ ctx, input: { validFrom, ...rule } }) {
    const { merchantId, ...detail } = rule;
    return db().transaction(async (tx) => {
      if (merchantId !== null) await requireMerchant(tx, merchantId);
      const now = new Date();
      const from = validFrom === undefined ? now : new Date(validFrom);
      if (from.getTime() < now.getTime() - graceMs) {
        throw invalidInput([{ path: "validFrom", message: say("field_fee_in_past") }]);
      }
      const starts = from < now ? now : from;
      const id = newId("pol");
      await tx.insert(feePolicies).values({ id, ...rule, validFrom: starts, createdBy: ctx.operatorId });
      const told = { ...detail, merchantId, validFrom: starts.toISOString() };
      const act = { action: "fee_policy.set", targetId: id, detail: told };
      const actor = { kind: "operator", id: ctx.operatorId, requestId: ctx.requestId } as const;
      await recordOperatorAct(tx, actor, act);
      if (merchantId !== null) await tellMerchant(tx, ctx, merchantId, act);
      return { id, merchantId, validFrom: starts.toISOString() };
    });
  },
});

async function requireMerchant(tx: Tx, id: string): Promise<void> {
  const [merchant] = await tx.select({ id: merchants.id }).from(merchants).where(eq(merchants.id, id));
  if (!merchant) throw notFound("merchant");
}

/** The merchant reads there that the platform did it, and not who of its people. */
async function tellMerchant(
  tx: Tx,
  { requestId }: OperatorCtx,
  merchantId: string,
  act: { action: string; targetId: string; detail: Record<string, unknown> },
): Promise<void> {
  const { action, targetId, detail } = act;
  await tx.insert(auditLog).values({
    id: newId("aud"),
    merchantId,
    actorKind: "operator",
    actorId: "platform",
    action,
    targetId,
    detail,
    requestId,
  });
}
