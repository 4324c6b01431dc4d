import { db } from "#db/client.ts";
import { mustReach } from "#db/schema/automations.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";

/** A card about the first step of a delivery. @returns its id */
export async function raiseCard(
  merchantId: string,
  { id: deliveryId, eventId, createdAt: eventAt, destination }: DeliveryDto,
): Promise<string> {
  const of = { deliveryId, position: 0, merchantId, destinationId: destination.id, eventId, eventAt };
  await db()
    .insert(mustReach)
    .values({ ...of, status: "raised", raisedAt: new Date() });
  return `${deliveryId}-0`;
}
