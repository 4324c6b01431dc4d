import type { Sql } from "postgres";
import type { Ctx } from "#lib/auth/context.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { getEvent } from "#lib/deliveries/get-event.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { getOverview } from "#lib/overview/get-overview.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { findWebhookStats } from "#lib/webhooks/webhook-stats.ts";
import { measureTimes, type Times } from "../bench/measure-times.ts";
import { largeMerchant, largeWebhook, quietWebhook } from "./seed.ts";

export type Measured = { what: string; rows: number } & Times;

const dayMs = 24 * 60 * 60 * 1_000;

/** What each search looks for in the seeded history: what is found often, seldom, long ago, or nowhere. */
const searches = {
  "an order's exact number": "1234567",
  "order and number": "Order 2345678",
  "a name": "Mara Klein",
  "an amount": "€137.50",
  "a frequent word": "order",
  "two frequent words, never together": "espresso newsletter",
  "a rare word": "zeppelin",
  "a word that is only in others' events": "hamburg",
  "an absent word": "xylophone",
  "a rare type's words": "summer winner",
  "a beginning": "zepp",
};

/** Runs each list, filter, search and figure so many times, through the verbs that pages and routes call. */
export async function measureLists(sql: Sql, turns: number, only: string | undefined): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [what, run] of Object.entries(await questions(systemCtx(largeMerchant, "bench")))) {
    if (only !== undefined && !what.includes(only)) continue;
    let rows = 0;
    const times = await measureTimes(sql, turns, async () => {
      // One that is ended after ten seconds counts as so long, with no row.
      rows = await run().catch(() => -1);
    });
    measured.push({ what, rows, ...times });
  }
  return measured;
}

export async function questions(ctx: Ctx): Promise<Record<string, () => Promise<number>>> {
  const countRows = (page: { data: unknown[] }) => page.data.length;
  const events = (input: object) => () => listEvents({ ctx, input }).then(countRows);
  const deliveries = (input: object) => () => listDeliveries({ ctx, input }).then(countRows);
  const logs = (input: object) => () =>
    listWebhookLogs({ ctx, input: { id: largeWebhook, ...input } }).then(countRows);
  const old = {
    from: new Date(Date.now() - 70 * dayMs).toISOString(),
    to: new Date(Date.now() - 68 * dayMs).toISOString(),
  };
  const [oldEvent] = (await listEvents({ ctx, input: { ...old, limit: 1 } })).data;
  const [oldDelivery] = (await listDeliveries({ ctx, input: { ...old, limit: 1 } })).data;
  const eventId = oldEvent?.id ?? "evt_none";
  const deliveryId = oldDelivery?.id ?? "dlv_none";
  const all: Record<string, () => Promise<number>> = {
    "events: all": events({}),
    "events: page of 100": events({ limit: 100 }),
    "events: old dates": events(old),
    "events: frequent type": events({ type: "order.paid" }),
    "events: rare type": events({ type: "experiment.completed" }),
    "events: absent type": events({ type: "qr.created" }),
    "events: own too": events({ includeOwn: "true" }),
    "events: id": events({ search: eventId }),
    "events: old dates, rare word": events({ ...old, search: "zeppelin" }),
    "deliveries: all": deliveries({}),
    "deliveries: old dates": deliveries(old),
    "deliveries: tests": deliveries({ isTest: "true" }),
    "deliveries: no tests": deliveries({ isTest: "false" }),
    "deliveries: quiet webhook": deliveries({ webhookId: quietWebhook }),
    "deliveries: webhook and absent type": deliveries({ webhookId: largeWebhook, eventType: "qr.created" }),
    "deliveries: rare type": deliveries({ eventType: "experiment.completed" }),
    "deliveries: absent type": deliveries({ eventType: "qr.created" }),
    "deliveries: failed, rare type": deliveries({ status: "failed", eventType: "experiment.completed" }),
    "deliveries: failed, old dates": deliveries({ ...old, status: "failed" }),
    "deliveries: name of a webhook": deliveries({ search: "kitchen" }),
    "deliveries: name of a quiet webhook": deliveries({ search: "old archive" }),
    "deliveries: name of a webhook and a number": deliveries({ search: "kitchen 1234567" }),
    "deliveries: name of a quiet webhook and a word": deliveries({ search: "archive mara" }),
    "deliveries: failed, rare word": deliveries({ status: "failed", search: "zeppelin" }),
    "deliveries: event's id": deliveries({ search: eventId }),
    "deliveries: id": deliveries({ search: deliveryId }),
    "log: all": logs({}),
    "log: failed": logs({ status: "failed" }),
    "log: delivered": logs({ status: "delivered" }),
    "log: old dates": logs(old),
    "log: old dates, failed": logs({ ...old, status: "failed" }),
    "log: rare type": logs({ eventType: "experiment.completed" }),
    "log: absent type": logs({ eventType: "qr.created" }),
    "log: failed, rare word": logs({ status: "failed", search: "zeppelin" }),
    "log: event's id": logs({ search: eventId }),
    "one event": () => getEvent({ ctx, input: { id: eventId } }).then((event) => event.timeline.length),
    "one delivery": () =>
      getDelivery({ ctx, input: { id: deliveryId } }).then((row) => row.attemptLog.length),
    overview: () => getOverview({ ctx }).then((overview) => overview.last24h.events),
    "figures of webhooks": () => findWebhookStats(ctx, [largeWebhook, quietWebhook]).then(({ size }) => size),
  };
  for (const status of ["pending", "held", "delivered", "failed", "cancelled"]) {
    all[`deliveries: ${status}`] = deliveries({ status });
  }
  for (const [what, search] of Object.entries(searches)) {
    all[`events: ${what}`] = events({ search });
    all[`deliveries: ${what}`] = deliveries({ search });
    all[`log: ${what}`] = logs({ search });
  }
  return all;
}
