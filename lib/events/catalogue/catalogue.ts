import type { EventTypeDefinition } from "./define.ts";
import { conversionTracked, experimentCompleted } from "./growth.ts";
import { disputeOpened, payoutFailed, payoutPaid } from "./money.ts";
import { orderPaid, orderPlaced, orderRefunded } from "./orders.ts";
import { integrationConnected, integrationError, webhookFailed, webhookTriggered } from "./patchbay.ts";
import { qrCreated, qrScanned } from "./qr.ts";

/** Every event type there is, in the order a merchant reads them. */
export const eventCatalogue: readonly EventTypeDefinition[] = [
  qrScanned,
  qrCreated,
  conversionTracked,
  experimentCompleted,
  orderPlaced,
  orderPaid,
  orderRefunded,
  disputeOpened,
  payoutPaid,
  payoutFailed,
  webhookTriggered,
  webhookFailed,
  integrationConnected,
  integrationError,
];

const byType = new Map(eventCatalogue.map((definition) => [definition.type, definition]));

export function findEventType(type: string): EventTypeDefinition | undefined {
  return byType.get(type);
}

export const platformEventTypes: readonly string[] = eventCatalogue
  .filter((definition) => definition.source === "platform")
  .map((definition) => definition.type);

/**
 * The entries of a subscription that cover an event type: its name, and `*`. But `*` leaves out `webhook.*`:
 * those tell of deliveries, so a webhook with `*` would hear of each of its own. They are asked for by name.
 */
export function subscriptionsCovering(type: string): string[] {
  return type.startsWith("webhook.") ? [type] : [type, "*"];
}
