import { randomBytes } from "node:crypto";
import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { SandboxStore } from "../../../sandbox-kit/contract.ts";

const named = z.looseObject({ id: z.string(), object: z.string() });

/** Where an object is fetched, by what it is called. */
const places: Readonly<Record<string, string>> = {
  account: "accounts",
  application_fee: "application_fees",
  charge: "charges",
  "checkout.session": "checkout/sessions",
  dispute: "disputes",
  payment_intent: "payment_intents",
  payout: "payouts",
  refund: "refunds",
};

const apiVersion = "2026-07-29.dahlia";
/** https://docs.stripe.com/api/events */
const keptSeconds = 30 * 24 * 60 * 60;

/** https://docs.stripe.com/api/events/object */
export const eventDocument = z.object({
  id: z.string(),
  object: z.literal("event"),
  /** Left out where it happened to the platform's own object. */
  account: z.string().optional(),
  api_version: z.string(),
  created: z.int(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
  livemode: z.literal(false),
  pending_webhooks: z.int(),
  request: z.object({ id: z.string().nullable(), idempotency_key: z.string().nullable() }),
  type: z.string(),
});
export type EventDocument = z.infer<typeof eventDocument>;

export type Where = "account" | "platform";

const kindOfEvents: Readonly<Record<Where, string>> = { account: "event", platform: "platform_event" };

export function createEvent(options: {
  type: string;
  object: Record<string, unknown>;
  where: Where;
  accountId: string;
  seconds: number;
  request: EventDocument["request"];
}): EventDocument {
  return {
    id: `evt_1${randomBytes(11).toString("hex")}`,
    object: "event",
    ...(options.where === "account" ? { account: options.accountId } : {}),
    api_version: apiVersion,
    created: options.seconds,
    // As it was then, whatever becomes of the object.
    data: { object: structuredClone(options.object) },
    livemode: false,
    pending_webhooks: 1,
    request: options.request,
    type: options.type,
  };
}

export async function saveEvent(store: SandboxStore, event: EventDocument): Promise<void> {
  const kind = kindOfEvents[event.account === undefined ? "platform" : "account"];
  await store.put(kind, event.id, event, { at: event.created, labels: [event.id, `type:${event.type}`] });
}

/** Events that are listed and can be fetched are no older. */
export function oldestEvent(seconds: number): number {
  return seconds - keptSeconds;
}

/**
 * What is sent of an event without its object: https://docs.stripe.com/api/v2/core/events/event-types. It names the
 * event with the object as `snapshot_event`.
 */
export function toThinEvent(event: EventDocument): Record<string, unknown> {
  const object = named.safeParse(event.data.object).data;
  const place = object && lookUp(places, object.object);
  return {
    id: toThinId(event.id),
    object: "v2.core.event",
    type: `v1.${event.type}`,
    created: new Date(event.created * 1_000).toISOString(),
    livemode: false,
    ...(event.account === undefined ? {} : { context: event.account }),
    reason: null,
    related_object:
      object && place ? { id: object.id, type: object.object, url: `/v1/${place}/${object.id}` } : null,
    snapshot_event: event.id,
  };
}

function toThinId(id: string): string {
  return id.replace(/^evt_1/, "evt_test_65");
}

/** The event that a thin one is of. */
export function toEventId(thinId: string): string {
  return thinId.replace(/^evt_test_65/, "evt_1");
}
