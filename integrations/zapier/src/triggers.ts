import { baseUrl } from "./base-url.ts";
import type { EventType } from "./event-type.ts";
import { eventTypes } from "./event-types.ts";
import { toOutputFields } from "./fields.ts";
import { eventOfHook, type ZapEvent } from "./hook-event.ts";
import type { Bundle, Z } from "./platform.ts";
import { titleCase, withinSentence } from "./words.ts";

type Subscription = { id: string };

/** `order.paid` → `order_paid`: a key at Zapier has no dots. */
export function triggerKey(type: string): string {
  return type.replaceAll(".", "_");
}

/** A trigger for one event type, by a REST hook: Zapier subscribes when a Zap is switched on. */
function triggerFor({ type, title, description, schema, example }: EventType) {
  const key = triggerKey(type);
  return {
    key,
    noun: `${titleCase(title)} Event`,
    display: {
      label: titleCase(title),
      description: `Triggers when this happens: ${withinSentence(description)}`,
    },
    operation: {
      type: "hook",
      performSubscribe: async (z: Z, { targetUrl, meta }: Bundle): Promise<Subscription> => {
        const zapId = meta?.zap?.id;
        const body = { targetUrl, eventType: type, ...(zapId === undefined ? {} : { zapId: String(zapId) }) };
        const url = `${baseUrl()}/api/zapier/hooks`;
        return (await z.request<Subscription>({ url, method: "POST", body })).data;
      },
      performUnsubscribe: async (z: Z, { subscribeData }: Bundle): Promise<Subscription> => {
        const url = `${baseUrl()}/api/zapier/hooks/${encodeURIComponent(subscribeData?.id ?? "")}`;
        return (await z.request<Subscription>({ url, method: "DELETE" })).data;
      },
      perform: (z: Z, bundle: Bundle): ZapEvent[] => {
        const event = eventOfHook(z, bundle);
        // A test send can be of any type; only the Zap's own starts it.
        return event.type === type ? [event] : [];
      },
      performList: async (z: Z, _bundle: Bundle): Promise<ZapEvent[]> => {
        const url = `${baseUrl()}/api/zapier/samples/${encodeURIComponent(type)}`;
        return (await z.request<ZapEvent[]>({ url })).data;
      },
      sample: { id: `evt_example_${key}`, type, timestamp: "2026-10-02T19:20:31.000Z", data: example },
      outputFields: [
        { key: "id", label: "Event ID", type: "string" },
        { key: "type", label: "Event Type", type: "string" },
        { key: "timestamp", label: "Happened At", type: "datetime" },
        ...toOutputFields(schema),
      ],
    },
  };
}

export type Trigger = ReturnType<typeof triggerFor>;

export const triggers: Record<string, Trigger> = Object.fromEntries(
  eventTypes.map((eventType) => [triggerKey(eventType.type), triggerFor(eventType)]),
);
