import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { EventDocument } from "./event.ts";

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

/**
 * What is sent of an event without its object: https://docs.stripe.com/api/v2/core/events/event-types. It names the
 * event with the object as `snapshot_event`.
 */
export function thinEventOf(event: EventDocument): Record<string, unknown> {
  const object = named.safeParse(event.data.object).data;
  const place = object && lookUp(places, object.object);
  return {
    id: thinIdOf(event.id),
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

function thinIdOf(id: string): string {
  return id.replace(/^evt_1/, "evt_test_65");
}

/** The event that a thin one is of. */
export function eventIdOf(thinId: string): string {
  return thinId.replace(/^evt_test_65/, "evt_1");
}
