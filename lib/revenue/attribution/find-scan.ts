import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { findEvents } from "./find-order.ts";

const hour = 60 * 60_000;
/** A guest orders within an evening of the scan. */
const longestVisitMs = 12 * hour;
/** A scan may be told of so much later than it was made. */
const longestDelayMs = 2 * hour;

const scanData = z.looseObject({
  code: z.looseObject({ id: z.string() }),
  scannedAt: z.string().nullish().catch(null),
});

/**
 * The last scan of a code before an order was sent. Scans carry no visit, so where several guests use one code it may be
 * another guest's; it is the code's in any case. @returns the event's id; null = none is known
 */
export async function findScan(
  tx: Tx,
  { merchantId, qrCodeId, before }: { merchantId: string; qrCodeId: string; before: Date },
): Promise<string | null> {
  const rows = await findEvents(tx, {
    merchantId,
    id: qrCodeId,
    types: ["qr.scanned"],
    from: before.getTime() - longestVisitMs,
    to: before.getTime() + longestDelayMs,
  });
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
