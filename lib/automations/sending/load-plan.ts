import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import { merchants } from "#db/schema/tenancy.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";

export type Plan = {
  definition: Definition;
  event: ScopeEvent;
  merchant: { timeZone: string; locale: string };
};

/** What a delivery is to do: by the version that was live when its event was accepted, whatever is live by now. */
export async function loadPlan(delivery: ClaimedDelivery): Promise<Plan> {
  const { merchantId, destinationId, version } = delivery;
  const [row] = await db()
    .select({
      definition: automationVersions.definition,
      timeZone: merchants.timeZone,
      locale: merchants.locale,
    })
    .from(automationVersions)
    .innerJoin(merchants, eq(merchants.id, automationVersions.merchantId))
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, destinationId),
        eq(automationVersions.number, version ?? 0),
      ),
    );
  if (!row) throw new Error(`The delivery ${delivery.id} is pinned to a version that is not there.`);
  const { definition, ...merchant } = row;
  const event = {
    id: delivery.eventId,
    type: delivery.eventType,
    occurredAt: new Date(delivery.occurredAt).toISOString(),
    data: z.record(z.string(), z.unknown()).parse(JSON.parse(delivery.dataJson)),
  };
  return { definition, event, merchant };
}
