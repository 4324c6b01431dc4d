import { z } from "zod";
import type { SandboxCommand } from "../../../sandbox-kit/contract.ts";
import { deliveryMode, findAccountDocument, saveAccountDocument } from "../account-document.ts";
import { listHeld, sendEvent } from "../events/deliver.ts";
import { type EventDocument, eventDocument } from "../events/event.ts";

const release = z.strictObject({
  order: z.enum(["as_made", "reversed", "shuffled"]).default("as_made"),
  /** What a shuffled order, and what is lost, follow from. */
  seed: z.int().default(1),
  times: z.int().min(1).max(10).default(1),
  /** Of a hundred, so many are never sent. */
  lose: z.number().min(0).max(100).default(0),
  limit: z.int().min(1).max(100_000).default(100_000),
});

/** How webhooks of the account travel: lost, repeated, held back, out of order. */
export const webhookCommands: Readonly<Record<string, SandboxCommand>> = {
  "change-webhooks": {
    title: "Send webhooks at once",
    run: async ({ store }, input) => {
      const delivery = deliveryMode.parse(input ?? {});
      await store.atomically(async (own) => {
        await saveAccountDocument(own, { ...(await findAccountDocument(own)), delivery });
      });
      return `Webhooks: ${delivery.mode}, ${delivery.times} times, ${delivery.style}.`;
    },
  },
  "release-webhooks": {
    title: "Send the webhooks that are held",
    run: async (context, input) => {
      const { order, seed, times, lose, limit } = release.parse(input ?? {});
      const { delivery } = await findAccountDocument(context.store);
      const held = (await listHeld(context)).slice(0, limit);
      const random = numbersFrom(seed);
      const kept = held.filter(() => random() * 100 >= lose);
      const repeated = kept.flatMap((event) => Array.from({ length: times }, () => event));
      for (const event of inOrder(repeated, order, random))
        await sendEvent(context, context.sendFirst, event, delivery?.style);
      for (const { id } of held) await context.store.remove(":held_event", id);
      return `${repeated.length} webhooks were sent, ${held.length - kept.length} lost.`;
    },
  },
  "resend-webhook": {
    title: "Send the newest webhook once more",
    run: async (context, input) => {
      const { event: named } = z.strictObject({ event: z.string().max(200).optional() }).parse(input ?? {});
      const { items } = await context.store.page("event", eventDocument, { limit: 1 });
      const event = named === undefined ? items[0]?.data : await findEvent(context.store, named);
      return event
        ? `${event.id}: ${await sendEvent(context, context.sendFirst, event)}.`
        : "There is no event to send.";
    },
  },
};

async function findEvent(
  store: Parameters<SandboxCommand["run"]>[0]["store"],
  id: string,
): Promise<EventDocument | null> {
  return (await store.get("event", id, eventDocument)) ?? store.get("platform_event", id, eventDocument);
}

function inOrder(
  events: readonly EventDocument[],
  order: z.infer<typeof release>["order"],
  random: () => number,
): readonly EventDocument[] {
  if (order === "as_made") return events;
  if (order === "reversed") return events.toReversed();
  return events
    .map((event) => ({ event, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ event }) => event);
}

/** The same numbers for the same seed, from 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
