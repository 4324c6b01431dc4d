"use server";

import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { retryWaiting } from "#lib/deliveries/retry-waiting.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Sends a delivery again now. */
export async function retryDeliveryNow(_: unknown, form: FormData): Promise<ActionResult<DeliveryDto>> {
  return runAction((ctx) => runFields(retryDelivery, { ctx, input: { id: form.get("id") } }));
}

/** Stops a delivery that waits. */
export async function stopDelivery(_: unknown, form: FormData): Promise<ActionResult<DeliveryDto>> {
  return runAction((ctx) => runFields(cancelDelivery, { ctx, input: { id: form.get("id") } }));
}

/** Tries now what failed before and waits for a webhook or an automation. */
export async function retryWaitingNow(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ retried: number }>> {
  return runAction((ctx) => runFields(retryWaiting, { ctx, input: { webhookId: form.get("webhookId") } }));
}
