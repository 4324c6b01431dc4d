import type { Ctx } from "#lib/auth/context.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { getOverview } from "#lib/deliveries/get-overview.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { getEvent } from "#lib/events/get-event.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { listWebhooks } from "#lib/webhooks/list-webhooks.ts";
import { listSamples } from "#lib/zapier/list-samples.ts";
import type { Seeded } from "./merchant.ts";
import { numberOfOrder } from "./rows.ts";

/** A reader of the product and what it is asked, as a page or a program would ask it. */
export type Reading = { name: string; read: () => Promise<unknown> };

/** Every list with each of its filters, every kind of search, and the overview. */
export async function readingsOf(ctx: Ctx, seeded: Seeded): Promise<Reading[]> {
  const { webhooks: hooks } = seeded;
  const daysAgo = (days: number) => new Date(Date.parse(seeded.until) - days * 86_400_000).toISOString();
  const oldDays = { from: daysAgo(80), to: daysAgo(79) };
  const number = numberOfOrder(seeded);
  const searches: [string, string][] = [
    ["an order's number", number],
    ["a name", "Jörg Weiß"],
    ["a rare name", "Zebulon Quimby"],
    ["an amount", "9,876.54"],
    ["a frequent amount", "16.74"],
    ["a frequent word", "pizza"],
    ["the start of a word", "marg"],
    ["a word that does not occur", "xylophone"],
    ["two words that do not meet", "zebulon tart"],
    ["a number that does not occur", "999999999"],
  ];
  const named: [string, string][] = [
    ["a destination's name", "kitchen"],
    ["a rare destination's name", "quarterly archive"],
    ["a destination and a dish", "bookkeeping pizza"],
    ["a destination and a number", `till ${number}`],
  ];
  const events = (name: string, input: object) => ({
    name: `events: ${name}`,
    read: () => listEvents({ ctx, input }),
  });
  const deliveries = (name: string, input: object) => ({
    name: `deliveries: ${name}`,
    read: () => listDeliveries({ ctx, input }),
  });
  const logs = (name: string, id: string, input: object = {}) => ({
    name: `log: ${name}`,
    read: () => listWebhookLogs({ ctx, input: { id, ...input } }),
  });
  const notices = (name: string, input: object) => ({
    name: `notices: ${name}`,
    read: () => listNotices({ ctx, input }),
  });
  // What is too slow to be asked beforehand is told as slow below.
  const page = (input: object) => listDeliveries({ ctx, input }).catch(() => null);
  const nextCursor = (await page({ limit: 100 }))?.nextCursor;
  const latest = (await page({ status: "failed" }))?.data[0];
  return [
    events("newest", {}),
    events("a type", { type: "conversion.tracked" }),
    events("a type without any", { type: "experiment.completed" }),
    events("with Patchbay's own", { includeOwn: "true" }),
    events("a day long ago", oldDays),
    events("up to long ago", { to: daysAgo(80) }),
    events("a type, a day long ago", { ...oldDays, type: "order.placed" }),
    ...searches.map(([name, search]) => events(`search, ${name}`, { search })),
    events("search within a day long ago", { ...oldDays, search: "pizza" }),
    deliveries("newest", {}),
    deliveries("second page", { cursor: nextCursor ?? undefined }),
    deliveries("overview's latest", { limit: 8, isTest: "false" }),
    deliveries("tests", { isTest: "true" }),
    ...["pending", "held", "delivered", "failed", "cancelled"].map((status) =>
      deliveries(status, { status }),
    ),
    deliveries("a type", { eventType: "conversion.tracked" }),
    deliveries("a type without any", { eventType: "experiment.completed" }),
    deliveries("a webhook", { webhookId: hooks.till }),
    deliveries("a rare webhook", { webhookId: hooks.rare }),
    deliveries("failed of a webhook", { webhookId: hooks.till, status: "failed" }),
    deliveries("failed of a reliable webhook", { webhookId: hooks.reliable, status: "failed" }),
    deliveries("failed of a type", { eventType: "conversion.tracked", status: "failed" }),
    deliveries("an event", { eventId: latest?.eventId }),
    deliveries("a day long ago", oldDays),
    deliveries("up to long ago", { to: daysAgo(80) }),
    deliveries("failed, a day long ago", { ...oldDays, status: "failed" }),
    deliveries("a webhook, a day long ago", { ...oldDays, webhookId: hooks.rare }),
    ...[...searches, ...named].map(([name, search]) => deliveries(`search, ${name}`, { search })),
    deliveries("search among failed", { search: "pizza", status: "failed" }),
    deliveries("search of a webhook", { search: number, webhookId: hooks.till }),
    logs("newest", hooks.till),
    logs("of a rare webhook", hooks.rare),
    logs("failed", hooks.till, { status: "failed" }),
    logs("failed of a reliable webhook", hooks.reliable, { status: "failed" }),
    logs("delivered", hooks.till, { status: "delivered" }),
    logs("a type", hooks.till, { eventType: "conversion.tracked" }),
    logs("a day long ago", hooks.till, oldDays),
    logs("failed, a day long ago", hooks.till, { ...oldDays, status: "failed" }),
    ...searches.map(([name, search]) => logs(`search, ${name}`, hooks.till, { search })),
    { name: "webhooks: list", read: () => listWebhooks({ ctx, input: {} }) },
    { name: "webhooks: failing", read: () => listWebhooks({ ctx, input: { status: "failing" } }) },
    notices("newest", {}),
    notices("failed", { status: "failed" }),
    notices("unread", { unread: "true" }),
    notices("search, a frequent word", { search: "loyalty" }),
    notices("search, a word that does not occur", { search: "xylophone" }),
    { name: "overview", read: () => getOverview({ ctx }) },
    { name: "an event", read: () => getEvent({ ctx, input: { id: latest?.eventId } }) },
    { name: "a delivery", read: () => getDelivery({ ctx, input: { id: latest?.id } }) },
    {
      name: "Zapier's samples",
      read: () => listSamples({ ctx, input: { eventType: "conversion.tracked" } }),
    },
  ];
}
