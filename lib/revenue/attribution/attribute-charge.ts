import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import { dayMs } from "#lib/history/days.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { recordSale } from "../sales/record-sale.ts";
import { findOrder, type OrderTold } from "./find-order.ts";
import { findScan } from "./find-scan.ts";
import { sharesOf } from "./shares-of.ts";

type Charge = typeof charges.$inferSelect;

/** So long an order's events may come after its payment. */
const patienceMs = dayMs;
/** So long a scan may come after the order; some orders have none. */
const scanPatienceMs = 10 * 60_000;
const shortestWaitMs = 10_000;
const longestWaitMs = 60 * 60_000;

/**
 * Finds the order of a payment among the events, and the scan that led to it, and copies what reports need of them. What
 * was copied before from an earlier event gives way; nothing is counted twice. Until the order is known to be paid, or a
 * day has passed, it is looked for again.
 */
export async function attributeCharge(charge: Charge): Promise<void> {
  const found = await readInTime((tx) => find(tx, charge));
  await transact(async (tx) => {
    const [row] = await tx.select().from(charges).where(eq(charges.id, charge.id)).for("update");
    if (!row) return;
    if (found) await copy(tx, row, found);
    const waitMs = nextWaitMs(row, found);
    await tx
      .update(charges)
      .set({ attributeDueAt: waitMs === null ? null : fromNow(waitMs) })
      .where(eq(charges.id, row.id));
  });
}

type Found = { told: OrderTold; scanEventId: string | null };

const paidMoment = ({ paidAt, createdAt }: Charge) => paidAt ?? createdAt;

async function find(tx: Tx, charge: Charge): Promise<Found | null> {
  const { merchantId, orderId } = charge;
  if (orderId === null) return null;
  // The clock of a sandbox may stand elsewhere: its events are then of the time at which the payment was asked for.
  const order =
    (await findOrder(tx, { merchantId, orderId, around: paidMoment(charge) })) ??
    (await findOrder(tx, { merchantId, orderId, around: charge.createdAt }));
  if (!order) return null;
  const { told, placedAt, heardAt } = order;
  const { qrCodeId } = told;
  const scanEventId = qrCodeId && (await findScan(tx, { merchantId, qrCodeId, before: placedAt, heardAt }));
  return { told, scanEventId };
}

async function copy(tx: Tx, charge: Charge, { told, scanEventId }: Found): Promise<void> {
  const { tip, lines } = sharesOf({ ...charge, paidAt: paidMoment(charge) }, told);
  await tx
    .update(charges)
    .set({
      tip: tip ?? charge.tip,
      qrCodeId: told.qrCodeId,
      tableNumber: told.tableNumber,
      orderEventId: told.eventId,
      scanEventId,
    })
    .where(eq(charges.id, charge.id));
  await tx.delete(chargeLines).where(eq(chargeLines.chargeId, charge.id));
  const rows = lines.map((line, position) => ({
    ...line,
    position,
    chargeId: charge.id,
    merchantId: charge.merchantId,
  }));
  if (rows.length > 0) await tx.insert(chargeLines).values(rows);
  await recordSale(tx, charge.id);
}

/** When it is looked for again, less and less often; null = all is known, or it is too late. */
function nextWaitMs(charge: Charge, found: Found | null): number | null {
  const ageMs = Date.now() - paidMoment(charge).getTime();
  if (charge.orderId === null || ageMs > patienceMs) return null;
  const isScanOpen = found?.told.qrCodeId != null && found.scanEventId === null && ageMs < scanPatienceMs;
  // Of a payment that was asked for here nobody else tells that it was made.
  const isTold = found && (found.told.type === "order.paid" || charge.origin === "request");
  if (isTold && !isScanOpen) return null;
  return Math.min(Math.max(ageMs / 2, shortestWaitMs), longestWaitMs);
}
