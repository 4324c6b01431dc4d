import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import { begunAgain, isNotMade, settled } from "./ask-again.ts";
import { askForRefund } from "./ask-for-refund.ts";
import { askedRefund } from "./asked-refund.ts";
import { requireCharge } from "./find-charge.ts";
import { refundAmountOf } from "./refundable.ts";
import type { RefundRow } from "./states/apply-refund.ts";
import { requireTill } from "./taking-of.ts";

/** What a refund's request is answered that comes again, as `repeatCharge`. */
export async function repeatRefund(row: RefundRow): Promise<RefundRow> {
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
    await refundAmountOf(tx, charge, row.amount);
    const [taken] = await tx.update(refunds).set(begunAgain()).where(own).returning();
    return taken;
  });
}
