import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type EventKey, findByWords } from "#lib/events/find-event-keys.ts";
import { idAt } from "#lib/history/days.ts";
import { type Looked, newestFirst, type Step } from "#lib/history/newest-first.ts";
import { type DeliverySearch, hasStatus, idsBetween } from "./delivery-search.ts";
import { type RowKey, readIdTime } from "./row-key.ts";

const rowKey = (table: SQL) => sql`json_build_object('id', ${table}.id, 'eventAt', ${table}.event_at::text)`;
/** By its key, one at a time: a join over all partitions might be planned as a read of them all. */
export const eventOfEach = sql`CROSS JOIN LATERAL (SELECT * FROM events WHERE events.merchant_id = deliveries.merchant_id
  AND events.accepted_at = deliveries.event_at AND events.id = deliveries.event_id OFFSET 0) events`;

/** Finds a merchant's newest deliveries that fit, behind one of them. */
export async function findDeliveryKeys(
  tx: Tx,
  search: DeliverySearch,
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const to = Math.min(search.to, after === null ? search.to : readIdTime(after) + 1);
  return newestFirst<RowKey>({
    count,
    look: (step) => look(tx, { ...search, to }, step, step.after?.id ?? after),
    find: createFinder(tx, { ...search, to }, after),
    from: search.from,
    to,
  });
}

/** Looks through the newest by the index that suits the filter best. */
async function look(
  tx: Tx,
  search: DeliverySearch,
  step: Step<RowKey>,
  after: string | null,
): Promise<Looked<RowKey>> {
  const { merchantId, status, fits, eventFits, to } = search;
  const narrowed = and(
    status === "failed" ? sql`failed_at IS NOT NULL` : undefined,
    // An index over failed ones knows their type.
    status === "failed" && search.eventType !== undefined ? sql`event_type = ${search.eventType}` : undefined,
    status === "cancelled" ? sql`cancelled_at IS NOT NULL` : undefined,
    search.onlyTests ? sql`is_test` : undefined,
    search.destinationId === undefined ? undefined : sql`destination_id = ${search.destinationId}`,
  );
  const [row] = await tx.execute<{ found: RowKey[] | null; scanned: number; last: RowKey | null }>(sql`
    WITH latest AS MATERIALIZED (
      SELECT * FROM deliveries WHERE ${and(
        sql`merchant_id = ${merchantId}`,
        idsBetween(sql`id`, "dlv", step.from, to),
        after === null ? undefined : sql`id < ${after}`,
        narrowed,
      )}
      ORDER BY id DESC ${step.block === null ? sql`` : sql`LIMIT ${step.block}`}
    )
    SELECT (SELECT json_agg(${rowKey(sql`fitting`)}) FROM (
        SELECT deliveries.id, deliveries.event_at FROM latest deliveries
        ${eventFits ? eventOfEach : sql``}
        WHERE ${and(hasStatus(status), fits, eventFits) ?? sql`true`}
        ORDER BY deliveries.id DESC LIMIT ${step.count}) fitting) AS found,
      (SELECT count(*)::int FROM latest) AS scanned,
      (SELECT ${rowKey(sql`oldest`)} FROM (SELECT id, event_at FROM latest ORDER BY id LIMIT 1) oldest) AS last`);
  return { found: row?.found ?? [], scanned: row?.scanned ?? 0, last: row?.last ?? null };
}

/** What finds the rest, when many were looked through and few of them fit. */
function createFinder(tx: Tx, search: DeliverySearch, after: string | null) {
  const { status, query, eventFits, onlyTests } = search;
  if (status === "pending" || status === "held") {
    return (last: RowKey | null, count: number) => findInQueue(tx, search, last?.id ?? after, count);
  }
  // Few are failed, cancelled or tests, and the index over them is in order.
  const isNarrow = status === "failed" || status === "cancelled" || onlyTests;
  if (query.isEmpty || (isNarrow && !eventFits)) return null;
  return (last: RowKey | null, count: number) => findOfWords(tx, search, last?.id ?? after, count);
}

/** All that wait stand in the queue, whose rows are few beside those of the history: each is looked up in its own day. */
async function findInQueue(tx: Tx, search: DeliverySearch, after: string | null, count: number) {
  const { merchantId, status, fits, eventFits } = search;
  const isHeld = sql`(state <> 'active' OR held_for IS NOT NULL)`;
  const rows = await tx.execute<RowKey>(sql`
    SELECT deliveries.id, deliveries.event_at::text AS "eventAt"
    FROM (SELECT delivery_id FROM delivery_queue JOIN destinations ON destinations.id = destination_id WHERE ${and(
      sql`destinations.merchant_id = ${merchantId} AND deleted_at IS NULL`,
      status === "pending" ? sql`NOT ${isHeld}` : isHeld,
      after === null ? undefined : sql`delivery_id < ${after}`,
    )} ORDER BY delivery_id DESC OFFSET 0) queue
    CROSS JOIN LATERAL (SELECT * FROM deliveries made WHERE made.id = queue.delivery_id OFFSET 0) deliveries
    ${eventFits ? eventOfEach : sql``}
    WHERE ${and(sql`deliveries.merchant_id = ${merchantId} AND deliveries.status = 'pending'`, fits, eventFits)}
    ORDER BY queue.delivery_id DESC LIMIT ${count}`);
  return [...rows];
}

/** So many events are taken at first, and ten times as many each time that their deliveries are not enough. */
const firstEvents = 200;

/** Goes by the events, the newest first: a delivery's id begins with the moment of its event. */
async function findOfWords(
  tx: Tx,
  search: DeliverySearch,
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const { merchantId, query, wordsFit, from } = search;
  const to = Math.min(search.to, after === null ? search.to : readIdTime(after) + 60_000);
  const found: RowKey[] = [];
  let last: EventKey | null = null;
  for (let size = firstEvents; ; size *= 10) {
    const keys: EventKey[] = await findByWords(
      tx,
      { merchantId, query, fits: wordsFit, from, to },
      last,
      size,
    );
    found.push(...(await findEventDeliveries(tx, search, keys, after, count - found.length)));
    last = keys.at(-1) ?? null;
    if (keys.length < size || found.length >= count) return found;
  }
}

/** The deliveries of some events that fit, the newest first. */
export async function findEventDeliveries(
  tx: Tx,
  search: DeliverySearch,
  events: readonly EventKey[],
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const { merchantId, status, fits, eventFits } = search;
  if (events.length === 0) return [];
  const keys = events.map(([acceptedAt, id]) => ({
    id,
    low: idAt("dlv", Date.parse(acceptedAt) - 60_000),
    high: idAt("dlv", Date.parse(acceptedAt) + 60_000),
  }));
  const rows = await tx.execute<RowKey>(sql`
    SELECT deliveries.id, deliveries.event_at::text AS "eventAt"
    FROM json_to_recordset(${JSON.stringify(keys)}::json) AS key(id text, low text, high text)
    CROSS JOIN LATERAL (SELECT * FROM deliveries made WHERE made.merchant_id = ${merchantId} AND made.event_id = key.id
      AND made.id >= key.low AND made.id < key.high OFFSET 0) deliveries
    ${eventFits ? eventOfEach : sql``}
    WHERE ${and(hasStatus(status), fits, eventFits, after === null ? undefined : sql`deliveries.id < ${after}`) ?? sql`true`}
    ORDER BY deliveries.id DESC LIMIT ${count}`);
  return [...rows];
}
