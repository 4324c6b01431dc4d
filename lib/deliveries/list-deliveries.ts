import { and, eq, type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findEventKey } from "#lib/events/event-row.ts";
import { findByReference } from "#lib/events/find-by-reference.ts";
import type { EventKey } from "#lib/events/find-event-keys.ts";
import { idCursor } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { listBySearch, type Wanted } from "#lib/search/list-by-search.ts";
import { hasWord } from "#lib/search/words.ts";
import { type DeliveryRow, readDeliveries, toDeliveryDto } from "./delivery-row.ts";
import { createDeliverySearch, type DeliverySearch, hasStatus } from "./delivery-search.ts";
import { eventOfEach, findDeliveryKeys, findEventDeliveries } from "./find-delivery-keys.ts";
import type { RowKey } from "./row-key.ts";
import { deliveryDto, listDeliveriesInput } from "./schema.ts";

/** So many events of one order number are looked at: more than one order has. */
const maxOfOneOrder = 1_000;

/** The merchant's deliveries, newest first. `search` finds what a row shows: the order's number first, then
 * words of the event and of its destination; or an id. */
export const listDeliveries = defineVerb({
  permission: "read",
  input: listDeliveriesInput,
  output: pageOf(deliveryDto),
  async run({ ctx, input: filter }) {
    const { merchantId } = ctx;
    const named = filter.search === undefined ? () => [] : await destinationsNamed(merchantId);
    return listBySearch({
      ctx,
      filter,
      keyForm: idCursor,
      toKey: (row): [string] => [row.delivery.id],
      toItem: (row: DeliveryRow) => toDeliveryDto(row, ctx.locale),
      idPrefixes: ["dlv", "evt", "wh", "aut"],
      read: async (tx, wanted, after, count) => {
        const byWebhook =
          wanted.kind === "id" && /^(wh|aut)_/.test(wanted.id) ? { webhookId: wanted.id } : {};
        if (byWebhook.webhookId && filter.webhookId && filter.webhookId !== byWebhook.webhookId) return [];
        const search = createDeliverySearch(merchantId, { ...filter, ...byWebhook }, wanted, named);
        const from = after?.[0] ?? null;
        const events = await eventsNamed(tx, search, filter.eventId, wanted);
        const keys = events
          ? await findEventDeliveries(tx, search, events, from, count)
          : wanted.kind === "id" && wanted.id.startsWith("dlv_")
            ? await oneOf(tx, search, wanted.id, from)
            : await findDeliveryKeys(tx, search, from, count);
        return readDeliveries(tx, merchantId, keys);
      },
    });
  },
});

/** The few events whose deliveries are wanted, where an id or a number names them; null = it may be any. */
async function eventsNamed(
  tx: Tx,
  { merchantId, query }: DeliverySearch,
  eventId: string | undefined,
  wanted: Wanted,
): Promise<EventKey[] | null> {
  if (wanted.kind === "words" && wanted.part === "exact") {
    const any = { merchantId, query, fits: undefined, from: null, to: Date.now() + 60_000 };
    return findByReference(tx, any, wanted.search, null, maxOfOneOrder);
  }
  const id = wanted.kind === "id" && wanted.id.startsWith("evt_") ? wanted.id : eventId;
  if (id === undefined) return null;
  const key = await findEventKey(tx, merchantId, id);
  return key ? [key] : [];
}

async function oneOf(tx: Tx, search: DeliverySearch, id: string, after: string | null) {
  return after === null ? select(tx, search, eq(deliveries.id, id), 1) : [];
}

async function select(
  tx: Tx,
  search: DeliverySearch,
  which: SQL | undefined,
  count: number,
): Promise<RowKey[]> {
  const { merchantId, status, fits, eventFits } = search;
  const rows = await tx.execute<RowKey>(sql`
    SELECT deliveries.id, deliveries.event_at::text AS "eventAt" FROM deliveries
    ${eventFits ? eventOfEach : sql``}
    WHERE ${and(eq(deliveries.merchantId, merchantId), which, hasStatus(status), fits, eventFits)}
    ORDER BY deliveries.id DESC LIMIT ${count}`);
  return [...rows];
}

/**
 * Finds destinations by the words of what they are called: webhooks by their names and URLs, automations by their names;
 * deleted ones too: their deliveries stay in the log.
 * @returns a function from a word to the ids of the destinations that have it
 */
async function destinationsNamed(merchantId: string): Promise<(word: string) => string[]> {
  const [hooks, runners] = await Promise.all([
    db()
      .select({ id: webhooks.id, url: webhooks.url, description: webhooks.description })
      .from(webhooks)
      .where(eq(webhooks.merchantId, merchantId)),
    db()
      .select({ id: automations.id, name: automations.name })
      .from(automations)
      .where(eq(automations.merchantId, merchantId)),
  ]);
  const named = [
    ...hooks.map(({ id, url, description }) => ({ id, texts: [description, url] })),
    ...runners.map(({ id, name }) => ({ id, texts: [name] })),
  ];
  return (word) => named.filter(({ texts }) => hasWord(texts, word)).map(({ id }) => id);
}
