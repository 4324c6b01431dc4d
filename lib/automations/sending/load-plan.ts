import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";

/** Versions never change, so those that were used last are kept. */
const kept = new Map<string, Definition>();
const mostKept = 2_000;

/** What a delivery is to do: by the version that was live when its event was accepted, whatever is live by now. */
export async function loadDefinition(delivery: ClaimedDelivery): Promise<Definition> {
  const { merchantId, destinationId, version } = delivery;
  const key = `${merchantId}/${destinationId}/${version}`;
  const known = kept.get(key);
  if (known) return known;
  const [row] = await db()
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, destinationId),
        eq(automationVersions.number, version ?? 0),
      ),
    );
  if (!row) throw new Error(`The delivery ${delivery.id} is pinned to a version that is not there.`);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, row.definition);
  return row.definition;
}

/** The event of a delivery as mappings and conditions read it. */
export function eventOf({ eventId: id, eventType: type, occurredAt, dataJson }: ClaimedDelivery): ScopeEvent {
  const data = z.record(z.string(), z.unknown()).parse(JSON.parse(dataJson));
  return { id, type, occurredAt: new Date(occurredAt).toISOString(), data };
}
