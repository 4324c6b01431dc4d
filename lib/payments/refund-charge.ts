import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { newId } from "#lib/ids.ts";
import { begunAgain, isNotMade, settled } from "./ask-again.ts";
import { askedRefund } from "./asked-refund.ts";
import { toRefundDto } from "./charge-dto.ts";
import { requireCharge } from "./find-charge.ts";
import { requireFreeKey, requireKey, requireSameContent } from "./idempotency-key.ts";
import { noteFailure } from "./note-failure.ts";
import { resolveRefundAmount } from "./refundable.ts";
import { createRefundInput, refundDto } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { applyRefund, type RefundRow } from "./states/apply-refund.ts";
import { leaseEnd } from "./states/look-times.ts";
import { askTill, requireTill, type Till } from "./till.ts";

type Asked = { amount?: number | undefined; reason?: string | undefined };

/**
 * Gives a guest's money back, all that is left or a part of it, with as large a part of the platform's fee. What is given
 * back is set aside under a lock on the payment before the app is asked, so that several at once never give back more than
 * there was. Repetitions are as those of `createCharge`.
 * @throws {AppError} 400 without a key; 409 for a key with other content, or where nothing can be given back; 422
 */
export const refundCharge = defineVerb({
  permission: "payments:write",
  input: createRefundInput,
  output: refundDto,
  async run({ ctx, input: { id, ...asked }, idempotencyKey }) {
    const charge = await requireCharge(db(), ctx, id);
    const key = requireKey(idempotencyKey);
    const fingerprint = createFingerprint({ what: "refund", id, ...asked });
    const { row, isNew } = await reserve(ctx, charge, { key, fingerprint, ...asked });
    if (!isNew) {
      requireSameContent(row, fingerprint);
      return toRefundDto(await repeatRefund(row), ctx.locale);
    }
    return toRefundDto(await askForRefund(await requireTill(charge), charge, row), ctx.locale);
  },
});

async function reserve(
  ctx: Ctx,
  charge: ChargeRow,
  asked: Asked & { key: string; fingerprint: string },
): Promise<{ row: RefundRow; isNew: boolean }> {
  const known = await findByKey(db(), ctx.merchantId, asked.key);
  if (known) return { row: known, isNew: false };
  await requireFreeKey(db(), charges, ctx.merchantId, asked.key);
  // Asked before anything is written, so that a connection that is gone leaves nothing behind.
  await requireTill(charge);
  return transact(async (tx) => {
    const locked = await requireCharge(tx, ctx, charge.id, "locked");
    const quicker = await findByKey(tx, ctx.merchantId, asked.key);
    if (quicker) return { row: quicker, isNew: false };
    const [row] = await tx
      .insert(refunds)
      .values({
        id: newId("rfd"),
        merchantId: ctx.merchantId,
        chargeId: locked.id,
        origin: "request",
        key: asked.key,
        fingerprint: asked.fingerprint,
        amount: await resolveRefundAmount(tx, locked, asked.amount),
        currency: locked.currency,
        reason: asked.reason ?? null,
        status: "begun",
        createdBy: ctx.actor.kind === "system" ? ctx.actor.name : ctx.actor.id,
        lookDueAt: leaseEnd(),
      })
      .onConflictDoNothing({
        target: [refunds.merchantId, refunds.key],
        where: sql`${refunds.key} IS NOT NULL`,
      })
      .returning();
    if (row) {
      const { id: targetId, amount, currency, chargeId } = row;
      await recordAudit(tx, ctx, {
        action: "charge.refunded",
        targetId,
        detail: { chargeId, amount, currency },
      });
      return { row, isNew: true };
    }
    // Of another payment, by somebody who was quicker with the key.
    const theirs = await findByKey(tx, ctx.merchantId, asked.key);
    if (!theirs) throw new Error(`The refund under the key ${asked.key} is neither new nor there.`);
    return { row: theirs, isNew: false };
  });
}

async function findByKey(tx: Tx, merchantId: string, key: string): Promise<RefundRow | undefined> {
  const [row] = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.merchantId, merchantId), eq(refunds.key, key)));
  return row;
}

/** What a refund's request is answered that comes again, as `repeatCharge`. */
async function repeatRefund(row: RefundRow): Promise<RefundRow> {
  const now = await settled(askedRefund, row);
  if (!isNotMade(askedRefund, now)) return now;
  const charge = await requireCharge(db(), now, now.chargeId);
  const till = await requireTill(charge);
  const taken = await takeAgain(now);
  return taken ? askForRefund(till, charge, taken) : repeatRefund(now);
}

/** What it set aside was free meanwhile, and may be gone. */
async function takeAgain(row: RefundRow): Promise<RefundRow | undefined> {
  return transact(async (tx) => {
    const charge = await requireCharge(tx, row, row.chargeId, "locked");
    const own = and(eq(refunds.merchantId, row.merchantId), eq(refunds.id, row.id));
    const [now] = await tx.select().from(refunds).where(own);
    // Somebody may have been quicker, and has set it aside again.
    if (!now || !isNotMade(askedRefund, now)) return undefined;
    await resolveRefundAmount(tx, charge, row.amount);
    const [taken] = await tx.update(refunds).set(begunAgain()).where(own).returning();
    return taken;
  });
}

/**
 * Asks the app for a refund whose row is `begun` and is this process's alone, as `askForCharge` does for a payment.
 * @throws {AppError} where the app surely did not take it on
 */
async function askForRefund(till: Till, charge: ChargeRow, row: RefundRow): Promise<RefundRow> {
  const { amount, reason } = row;
  const chargeId = charge.chargeId ?? "";
  try {
    const state = await askTill(
      till,
      "give_back",
      (call) => till.taking.refund(call, { chargeId, amount, reason }),
      row.id,
    );
    const applied = await transact((tx) => applyRefund(tx, till.account, state, row.origin));
    wakeDeliveries();
    return applied ?? row;
  } catch (error) {
    return noteFailure(askedRefund, row, error);
  }
}
