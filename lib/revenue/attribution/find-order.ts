import { and, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { type EventRow, readEvents } from "#lib/events/event-row.ts";
import { findEventKeys } from "#lib/events/find-event-keys.ts";
import { dayMs } from "#lib/history/days.ts";
import { fromIsoMinor } from "#lib/money/iso-minor.ts";
import { WordQuery } from "#lib/search/word-query.ts";
import { toIdForm, toSearchForm } from "#lib/search/words.ts";
import type { OrderMoney } from "./compute-shares.ts";

/** What an event told of an order. */
export type OrderTold = OrderMoney & {
  eventId: string;
  type: "order.placed" | "order.paid";
  /** When the guest sent it, or it was paid. */
  at: Date;
  acceptedAt: Date;
  tableNumber: string | null;
  qrCodeId: string | null;
};

/** An order may be placed some days before it is paid, and told of some hours after. */
const daysBefore = 7;
const daysAfter = 2;
/** More events about one order than there are. */
const maxEvents = 50;

const amount = z.int().min(0);
const orderData = z.looseObject({
  orderId: z.string(),
  currency: z.string(),
  totalAmount: amount,
  tipAmount: amount.nullish().catch(null),
  tableNumber: z.string().nullish().catch(null),
  qrCodeId: z.string().nullish().catch(null),
  placedAt: z.string().nullish().catch(null),
  lines: z
    .array(
      z.looseObject({
        sku: z.string().nullish().catch(null),
        name: z.string(),
        quantity: z.int().min(1),
        totalAmount: amount,
      }),
    )
    .catch([]),
});

/**
 * What the platform told of an order around a moment: that it was paid, else that it was placed. Of several the newest
 * counts. What Patchbay told of a payment itself says nothing that is not in these. @returns `heardAt`: when the event that
 * tells when it was placed came to us; null = nothing is known yet
 */
export async function findOrder(
  tx: Tx,
  { merchantId, orderId, around }: { merchantId: string; orderId: string; around: Date },
): Promise<{ told: OrderTold; placedAt: Date; heardAt: Date } | null> {
  const rows = await findEvents(tx, {
    merchantId,
    id: orderId,
    types: ["order.placed", "order.paid"],
    from: around.getTime() - daysBefore * dayMs,
    to: around.getTime() + daysAfter * dayMs,
  });
  const all = rows.flatMap((row) => readOrder(row) ?? []).filter(({ order }) => order === orderId);
  const told = all.find(({ type }) => type === "order.paid") ?? all[0];
  if (!told) return null;
  const { at, acceptedAt } = all.filter(({ type }) => type === "order.placed").at(-1) ?? told;
  return { told, placedAt: at, heardAt: acceptedAt };
}

function readOrder({ event, dataJson }: EventRow): (OrderTold & { order: string }) | null {
  const { type } = event;
  if (type !== "order.placed" && type !== "order.paid") return null;
  const read = orderData.safeParse(dataJson === null ? event.facts : JSON.parse(dataJson));
  if (!read.success) return null;
  const { data } = read;
  const currency = data.currency.toUpperCase();
  const counted = (minor: number) => fromIsoMinor(minor, currency);
  const placedAt = Date.parse(data.placedAt ?? "");
  return {
    eventId: event.id,
    type,
    order: data.orderId,
    at: Number.isNaN(placedAt) ? event.occurredAt : new Date(placedAt),
    acceptedAt: new Date(event.acceptedAt),
    total: counted(data.totalAmount),
    currency,
    tip: data.tipAmount == null ? null : counted(data.tipAmount),
    tableNumber: data.tableNumber || null,
    qrCodeId: data.qrCodeId || null,
    lines: data.lines.map(({ sku, name, quantity, totalAmount }) => ({
      sku: sku ?? null,
      name,
      quantity,
      amount: counted(totalAmount),
    })),
  };
}

type Wanted = {
  merchantId: string;
  /** Some id within the data. */
  id: string;
  types: readonly string[];
  /** Between which moments they came to us. */
  from: number;
  to: number;
  /** What else they must be, over `events`. */
  also?: SQL | undefined;
};

/** The newest events of some types whose data has an id in it; the caller looks at where. */
export async function findEvents(
  tx: Tx,
  { merchantId, id, types, from, to, also }: Wanted,
): Promise<EventRow[]> {
  const query = new WordQuery(merchantId);
  query.addMark(...types);
  if (toSearchForm(id) !== "") query.addWord(id);
  const fits = and(
    inArray(events.type, [...types]),
    inArray(events.origin, ["api", "inngest"]),
    sql`${events.searchText} LIKE ${`%${toIdForm(id)}%`}`,
    also,
  );
  const keys = await findEventKeys(tx, { merchantId, fits, query, from, to }, null, maxEvents);
  return readEvents(tx, merchantId, keys);
}
