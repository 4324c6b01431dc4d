import { between, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { events } from "#db/schema/events.ts";
import { chargeLines, charges } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { dayMs } from "#lib/history/days.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { recordSale } from "../sales/record-sale.ts";
import { computeShares } from "./compute-shares.ts";
import { findEvents, findOrder, type OrderTold } from "./find-order.ts";

const hour = 60 * 60_000;

/** A guest orders within an evening of the scan. */
const longestVisitMs = 12 * hour;

/** A scan may be told of so much later than it was made. */
const longestDelayMs = 2 * hour;

const scanData = z.looseObject({
  code: z.looseObject({ id: z.string() }),
  scannedAt: z.string().nullish().catch(null),
});

type Wanted = {
  merchantId: string;
  qrCodeId: string;
  /** When the order was sent. */
  before: Date;
  /** When we were told of the order. */
  heardAt: Date;
};

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
  const { tip, lines } = computeShares({ ...charge, paidAt: paidMoment(charge) }, told);
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

/**
 * The last scan of a code before an order was sent. Scans carry no visit, so where several guests use one code it may be
 * another guest's; it is the code's in any case. Where the order was told of long after (a till that was offline, a past
 * that was brought in), so may its scan have been: it is looked for among what came then too.
 * @returns the event's id; null = none is known
 */
async function findScan(tx: Tx, { merchantId, qrCodeId, before, heardAt }: Wanted): Promise<string | null> {
  const [earliest, latest] = [before.getTime() - longestVisitMs, before.getTime() + longestDelayMs];
  const search = { merchantId, id: qrCodeId, types: ["qr.scanned"] };
  const inTime = await findEvents(tx, { ...search, from: earliest, to: latest });
  const found = findLastScan(inTime, qrCodeId, before);
  if (found !== null || heardAt.getTime() < latest) return found;
  const late = await findEvents(tx, {
    ...search,
    from: Math.max(latest, heardAt.getTime() - longestVisitMs),
    to: heardAt.getTime() + longestDelayMs,
    also: between(events.occurredAt, new Date(earliest), new Date(latest)),
  });
  return findLastScan(late, qrCodeId, before);
}

function findLastScan(rows: readonly EventRow[], qrCodeId: string, before: Date): string | null {
  const scans = rows.flatMap(({ event, dataJson }) => {
    const read = scanData.safeParse(dataJson === null ? event.facts : JSON.parse(dataJson));
    if (!read.success || read.data.code.id !== qrCodeId) return [];
    const told = Date.parse(read.data.scannedAt ?? "");
    return [{ id: event.id, at: Number.isNaN(told) ? event.occurredAt.getTime() : told }];
  });
  const [last] = scans
    .filter(({ at }) => at <= before.getTime() && at >= before.getTime() - longestVisitMs)
    .sort((one, other) => other.at - one.at);
  return last?.id ?? null;
}
