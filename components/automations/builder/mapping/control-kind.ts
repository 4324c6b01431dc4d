import type { Shape } from "#lib/automations/shapes/shape.ts";

export type PlainKind = "number" | "amount" | "choice" | "flag" | "date" | "resource";
type CompositeKind = "list" | "object" | "named";
type ControlKind = PlainKind | CompositeKind | "text" | "json";

/** How a value of a shape is put in. */
export function chooseControl(shape: Shape): ControlKind {
  const { type, oneOf, values, resource, item, fields, isOpen } = shape;
  if (oneOf.length > 0) return oneOf.some((one) => one.type === "text") ? "text" : "json";
  if (type === "list" || type === "lines") return item === null || isFree(item) ? "json" : "list";
  if (type === "object" || type === "money") {
    if (Object.keys(fields).length > 0) return "object";
    return isOpen ? "named" : "json";
  }
  if (type === "boolean") return "flag";
  if (values !== null) return "choice";
  if (type === "integer" || type === "number") return "number";
  if (type === "date" || type === "instant") return "date";
  if (type === "any") return "json";
  return resource === null ? "text" : "resource";
}

/** Objects that may have any further field cannot be drawn without losing some. */
function isFree({ type, isOpen }: Shape): boolean {
  return type === "any" || (type === "object" && isOpen);
}

export function isComposite(kind: ControlKind): kind is CompositeKind {
  return kind === "list" || kind === "object" || kind === "named";
}
