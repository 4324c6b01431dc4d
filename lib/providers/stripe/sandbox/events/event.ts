import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SandboxStore } from "../../../sandbox-kit/contract.ts";

export const apiVersion = "2026-07-29.dahlia";
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

export const kindOfEvents: Readonly<Record<Where, string>> = { account: "event", platform: "platform_event" };

export function eventOf(given: {
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
    ...(given.where === "account" ? { account: given.accountId } : {}),
    api_version: apiVersion,
    created: given.seconds,
    // As it was then, whatever becomes of the object.
    data: { object: structuredClone(given.object) },
    livemode: false,
    pending_webhooks: 1,
    request: given.request,
    type: given.type,
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
