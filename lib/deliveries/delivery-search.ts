import { and, arrayOverlaps, eq, or, type SQL, sql } from "drizzle-orm";
import { deliveries } from "#db/schema/deliveries.ts";
import { events } from "#db/schema/events.ts";
import { eventHasWord, matchesSearch, type Named } from "#lib/events/matches-search.ts";
import { idAt } from "#lib/history/days.ts";
import type { Wanted } from "#lib/search/list-by-search.ts";
import { distinctiveWords, WordQuery } from "#lib/search/word-query.ts";
import { typedWords } from "#lib/search/words.ts";
import type { DeliveryStatus, ListDeliveriesInput } from "./schema.ts";

const hourMs = 60 * 60 * 1_000;

export interface DeliverySearch {
  merchantId: string;
  status: DeliveryStatus | undefined;
  /** What a delivery's own row must be, over `deliveries`, but for the status; undefined = any. */
  fits: SQL | undefined;
  /** What its event must be, over `events` and `deliveries`; undefined = any. */
  eventFits: SQL | undefined;
  /** What of both an index over events' words can tell, or more. */
  query: WordQuery;
  /** What its event must be at least, over `events`: it has each word, or went to a destination that the word names. */
  wordsFit: SQL | undefined;
  destinationId: string | undefined;
  eventType: string | undefined;
  onlyTests: boolean;
  from: number | null;
  to: number;
}

export function createDeliverySearch(
  merchantId: string,
  filter: ListDeliveriesInput,
  wanted: Wanted,
  named: Named,
): DeliverySearch {
  const query = new WordQuery(merchantId);
  if (filter.eventType) query.addMark(filter.eventType);
  if (filter.webhookId) query.addMark(filter.webhookId);
  if (filter.isTest === "true") query.addMark("test");
  if (wanted.kind === "words") {
    for (const word of distinctiveWords(wanted.search)) query.addWord(word, named(word));
  }
  const words = wanted.kind === "words" ? typedWords(wanted.search) : [];
  const sentTo = { column: sql`${deliveries.destinationId}`, named };
  return {
    merchantId,
    status: filter.status,
    query,
    wordsFit: and(
      filter.eventType ? eq(events.type, filter.eventType) : undefined,
      ...words.map((word) => or(eventHasWord(word), wentToAny(named(word)))),
    ),
    fits: and(
      filter.eventType ? eq(deliveries.eventType, filter.eventType) : undefined,
      filter.webhookId ? eq(deliveries.destinationId, filter.webhookId) : undefined,
      filter.eventId ? eq(deliveries.eventId, filter.eventId) : undefined,
      filter.isTest ? eq(deliveries.isTest, filter.isTest === "true") : undefined,
      filter.from ? sql`${deliveries.createdAt} >= ${filter.from}::timestamptz` : undefined,
      filter.to ? sql`${deliveries.createdAt} <= ${filter.to}::timestamptz` : undefined,
    ),
    eventFits: wanted.kind === "words" ? matchesSearch(wanted, sentTo) : undefined,
    destinationId: filter.webhookId,
    eventType: filter.eventType,
    onlyTests: filter.isTest === "true",
    // An id is made a moment before or after what it stands for.
    from: filter.from ? Date.parse(filter.from) - hourMs : null,
    to: filter.to ? Date.parse(filter.to) + hourMs : Date.now() + hourMs,
  };
}

function wentToAny(destinationIds: readonly string[]): SQL | undefined {
  return destinationIds.length === 0 ? undefined : arrayOverlaps(events.destinationIds, [...destinationIds]);
}

/** Ids between two moments, as constants: partitions outside are not even planned. */
export function idsBetween(column: SQL, prefix: "dlv" | "att", from: number | null, to: number): SQL {
  const isBefore = sql`${column} < ${idAt(prefix, to)}`;
  return from === null ? isBefore : sql`${column} >= ${idAt(prefix, from)} AND ${isBefore}`;
}

/** The status as a condition over `deliveries`, with the columns that have an index each beside it. */
export function hasStatus(status: DeliveryStatus | undefined): SQL | undefined {
  const off = sql`(SELECT state <> 'active' AND deleted_at IS NULL FROM destinations WHERE id = ${deliveries.destinationId})`;
  const on = sql`(SELECT state = 'active' FROM destinations WHERE id = ${deliveries.destinationId})`;
  const waitsForMore = sql`EXISTS (SELECT 1 FROM delivery_queue WHERE delivery_id = ${deliveries.id} AND held_for IS NOT NULL)`;
  switch (status) {
    case undefined:
      return undefined;
    case "held":
      return sql`${deliveries.status} = 'pending' AND (${off} OR ${waitsForMore})`;
    case "pending":
      return sql`${deliveries.status} = 'pending' AND ${on} AND NOT ${waitsForMore}`;
    case "failed":
      return sql`${deliveries.status} = 'failed' AND ${deliveries.failedAt} IS NOT NULL`;
    case "cancelled":
      return sql`${deliveries.cancelledAt} IS NOT NULL`;
    case "delivered":
      return eq(deliveries.status, "delivered");
  }
}
