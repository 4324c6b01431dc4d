import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { feeDecisions } from "#db/schema/fees.ts";
import { disputes, refunds } from "#db/schema/payments.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { readBeside, toChargeDto, toRefundDto } from "./charge-dto.ts";
import { requireCharge } from "./find-charge.ts";
import { readRefundable } from "./refundable.ts";
import { type ChargeDetailDto, chargeDetailDto, chargeIdInput } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";

/**
 * One payment, with what was given back of it, its disputes, and how its fee came about.
 * @throws {AppError} 404 for another merchant's
 */
export const getCharge = defineVerb({
  permission: "read",
  input: chargeIdInput,
  output: chargeDetailDto,
  async run({ ctx, input: { id } }) {
    return readInTime(async (tx) => {
      const row = await requireCharge(tx, ctx, id);
      const beside = await readBeside(tx, ctx.merchantId, [row]);
      const refundRows = await tx
        .select()
        .from(refunds)
        .where(and(eq(refunds.merchantId, ctx.merchantId), eq(refunds.chargeId, id)))
        .orderBy(asc(refunds.createdAt), asc(refunds.id));
      return {
        ...toChargeDto(row, beside(row), ctx.locale),
        feeRule: await readFeeRule(tx, row),
        refundable: (await readRefundable(tx, row)).left,
        refunds: refundRows.map((refund) => toRefundDto(refund, ctx.locale)),
        disputes: await readDisputes(tx, row),
      };
    });
  },
});

/** A fee is decided under the key that the app is given: the row's id, or that of an automation's action. */
async function readFeeRule(tx: Tx, row: ChargeRow): Promise<ChargeDetailDto["feeRule"]> {
  const key = row.origin === "request" ? row.id : row.key;
  if (key === null) return null;
  const [decision] = await tx
    .select()
    .from(feeDecisions)
    .where(and(eq(feeDecisions.merchantId, row.merchantId), eq(feeDecisions.key, key)));
  if (!decision) return null;
  const { policyId, arithmetic, decidedAt } = decision;
  return { policyId, ...arithmetic, decidedAt: decidedAt.toISOString() };
}

async function readDisputes(tx: Tx, row: ChargeRow): Promise<ChargeDetailDto["disputes"]> {
  const rows = await tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.merchantId, row.merchantId), eq(disputes.chargeId, row.id)))
    .orderBy(asc(disputes.openedAt), asc(disputes.id));
  return rows.map((dispute) => ({
    id: dispute.id,
    status: dispute.status,
    amount: dispute.amount,
    currency: dispute.currency,
    reason: dispute.reason,
    isInquiry: dispute.isInquiry,
    answerBy: dispute.answerBy?.toISOString() ?? null,
    evidenceUrl: dispute.evidenceUrl,
    openedAt: dispute.openedAt.toISOString(),
  }));
}
