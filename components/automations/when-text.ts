import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { lookUp } from "#lib/look-up.ts";

const whens: Record<string, string> = {
  "order.placed": "an order is placed",
  "order.paid": "an order is paid",
  "order.refunded": "an order is refunded",
  "qr.scanned": "a code is scanned",
  "qr.created": "a code is created",
  "conversion.tracked": "a goal is reached",
  "experiment.completed": "an experiment ends",
};

/** What an automation waits for, to follow "When" or "Each time": "an order is paid". */
export function whenText(eventType: string): string {
  return lookUp(whens, eventType) ?? `“${findEventType(eventType)?.title ?? eventType}” happens`;
}
