import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import { type Step, stepSchema } from "#lib/automations/definition-schema.ts";
import { createNames, type Names, shapeOfEvent } from "#lib/automations/words/names.ts";
import { lookUp } from "#lib/look-up.ts";
import { loadProvider } from "#lib/providers/registry.ts";

const paypal = await loadProvider("paypal");
const slack = await loadProvider("slack");

export const createStep = (key: string, integrationId: string, action: string): Step =>
  stepSchema.parse({ key, integrationId, action, mapping: {} });
export const steps = [
  createStep("capture", "paypal", "capture-order"),
  createStep("kitchen", "slack", "send-message"),
];
export const findAction = ({ integrationId, action }: Step) => ({
  action: lookUp((integrationId === "paypal" ? paypal : slack)?.actions ?? {}, action) ?? null,
});
export const berlin = { locale: "en", timeZone: "Europe/Berlin" } as const;
export const named = (eventType: "order.paid" | "qr.scanned" | "order.refunded" = "order.paid"): Names =>
  createNames({ eventType, steps }, findAction, berlin);
export const inCurrency = (currency: string | null): Names => ({ ...named(), currency });
export const event = shapeOfEvent("order.paid");

export const ofField = (...path: string[]) =>
  ({ kind: "field", path: ["data", ...path], transforms: [] }) as const;
export const total = ofField("totalAmount");
export const atLeast = (value: number): Condition => ({
  kind: "compare",
  source: total,
  comparison: "at_least",
  value,
});
