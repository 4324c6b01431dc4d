import type { InboundEffect } from "../../contract/inbound.ts";
import type { PayPalEvent } from "./event.ts";

const captures: readonly string[] = [
  "PAYMENT.CAPTURE.COMPLETED",
  "PAYMENT.CAPTURE.PENDING",
  "PAYMENT.CAPTURE.DENIED",
  "PAYMENT.CAPTURE.DECLINED",
];
const refunds: readonly string[] = ["PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED"];

/** The payment that a message is about, by its capture: a refund names it by where it leads up to. */
export function moneyIn({ event_type: type, resource }: PayPalEvent): InboundEffect | null {
  if (captures.includes(type) && resource.id) {
    return { kind: "money_changed", object: { kind: "payment", id: resource.id } };
  }
  if (!refunds.includes(type)) return null;
  const up = resource.links.find(({ rel }) => rel === "up")?.href ?? "";
  const captureId = /\/v2\/payments\/captures\/([A-Za-z0-9]{1,50})$/.exec(up)?.[1];
  return captureId ? { kind: "money_changed", object: { kind: "payment", id: captureId } } : null;
}
