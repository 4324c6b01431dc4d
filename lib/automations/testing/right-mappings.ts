import { checkMapping } from "#lib/automations/mapping/check-mapping.ts";
import type { IfMissing, Mapping, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { toEventShape, toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { loadProviders } from "#lib/providers/registry.ts";

const providers = await loadProviders();

const version = 1;
export const fail: IfMissing = { rule: "fail" };
export const leaveOut: IfMissing = { rule: "leave_out" };
export const fixed = (value: string | number | boolean | null): Value => ({ kind: "fixed", value });

export function field(path: string, ifMissing: IfMissing = fail, transforms: Transform[] = []): Source {
  return { kind: "field", path: ["data", ...path.split(".")], transforms, ifMissing };
}
export const line = (name: string, ifMissing: IfMissing = fail): Source => ({
  kind: "line",
  path: [name],
  transforms: [],
  ifMissing,
});
export const eachLine = (item: Value): Value => ({
  kind: "each_line",
  over: ["data", "lines"],
  ifMissing: fail,
  item,
});
export const shopLine = (fields: Record<string, Value>) =>
  eachLine({ kind: "object", fields: { quantity: line("quantity"), ...fields } });

export function requireAction(app: string, id: string) {
  const action = providers.find((provider) => provider.id === app)?.actions[id];
  if (!action) throw new Error(`${app}.${id} is not there`);
  return action;
}

/** Mappings that are right, one for each action: each test spoils one. */
export const right = {
  "shopify.create-order": { lines: shopLine({ name: line("name", leaveOut) }) },
  "slack.send-message": {
    channel: fixed("C0ORDERS001"),
    text: { kind: "text", parts: ["Order ", field("number"), "\n", field("note", leaveOut)] },
  },
  "google-sheets.append-row": {
    spreadsheet: fixed("1patchbaySandboxOrdersSpreadsheet00000000001"),
    values: { kind: "list", items: [field("number"), field("tableNumber", { rule: "default", value: "" })] },
  },
  "salesforce.create-opportunity": {
    account: fixed("Guests"),
    name: field("number"),
    stage: fixed("Closed Won"),
    closeDate: field("payment.paidAt", fail, [{ transform: "date", version, form: "iso_date" }]),
  },
} satisfies Record<string, Mapping>;
export type Name = keyof typeof right;

export function check(name: Name, change: Mapping) {
  const [app = "", id = ""] = name.split(".");
  const results = { shop: toOutputShape(requireAction("shopify", "create-order")) };
  const shapes = {
    event: toEventShape(orderPaid),
    input: toInputShape(requireAction(app, id)),
    results,
    laterSteps: ["mail"],
  };
  return checkMapping({ ...right[name], ...change }, shapes);
}

/** A table from table numbers to channels. */
export function kitchens(channel: string): Transform {
  const entries = [{ from: "12", to: channel }];
  return { transform: "lookup", version, entries, otherwise: { rule: "missing" } };
}
