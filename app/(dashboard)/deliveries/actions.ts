"use server";

import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

/** Sends a delivery again now. */
export async function retryDeliveryNow(id: string): Promise<ActionResult<DeliveryDto>> {
  return runAction((ctx) => retryDelivery({ ctx, input: { id } }));
}

/** Stops a delivery that waits. */
export async function stopDelivery(id: string): Promise<ActionResult<DeliveryDto>> {
  return runAction((ctx) => cancelDelivery({ ctx, input: { id } }));
}
