import { between } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import type { EventRow } from "#lib/events/event-row.ts";
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

type Wanted = {
  merchantId: string;
  qrCodeId: string;
  /** When the order was sent. */
  before: Date;
  /** When we were told of the order. */
  heardAt: Date;
};

/**
 * The last scan of a code before an order was sent. Scans carry no visit, so where several guests use one code it may be
 * another guest's; it is the code's in any case. Where the order was told of long after (a till that was offline, a past
 * that was brought in), so may its scan have been: it is looked for among what came then too.
 * @returns the event's id; null = none is known
 */
export async function findScan(
  tx: Tx,
  { merchantId, qrCodeId, before, heardAt }: Wanted,
): Promise<string | null> {
  const [earliest, latest] = [before.getTime() - longestVisitMs, before.getTime() + longestDelayMs];
  const search = { merchantId, id: qrCodeId, types: ["qr.scanned"] };
  const inTime = await findEvents(tx, { ...search, from: earliest, to: latest });
  const found = lastOf(inTime, qrCodeId, before);
  if (found !== null || heardAt.getTime() < latest) return found;
  const late = await findEvents(tx, {
    ...search,
    from: Math.max(latest, heardAt.getTime() - longestVisitMs),
    to: heardAt.getTime() + longestDelayMs,
    also: between(events.occurredAt, new Date(earliest), new Date(latest)),
  });
  return lastOf(late, qrCodeId, before);
}

function lastOf(rows: readonly EventRow[], qrCodeId: string, before: Date): string | null {
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
