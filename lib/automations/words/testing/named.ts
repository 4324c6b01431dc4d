import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import { type Step, stepSchema } from "#lib/automations/definition-schema.ts";
import { type Names, namesOf, shapeOfEvent } from "#lib/automations/words/names.ts";
import { lookUp } from "#lib/look-up.ts";
import { loadProvider } from "#lib/providers/registry.ts";

const paypal = await loadProvider("paypal");
const slack = await loadProvider("slack");

export const stepOf = (key: string, integrationId: string, action: string): Step =>
  stepSchema.parse({ key, integrationId, action, mapping: {} });
export const steps = [
  stepOf("capture", "paypal", "capture-order"),
  stepOf("kitchen", "slack", "send-message"),
];
export const actionOf = ({ integrationId, action }: Step) => ({
  action: lookUp((integrationId === "paypal" ? paypal : slack)?.actions ?? {}, action) ?? null,
});
export const berlin = { locale: "en", timeZone: "Europe/Berlin" } as const;
export const named = (eventType: "order.paid" | "qr.scanned" | "order.refunded" = "order.paid"): Names =>
  namesOf({ eventType, steps }, actionOf, berlin);
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
