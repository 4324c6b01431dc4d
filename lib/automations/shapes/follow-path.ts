import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { lookUp } from "#lib/look-up.ts";
import { type Shape, shapeOfType } from "./shape.ts";

/** What stands at a path. @param mayBeMissing it, or something on the way, may be left out or null */
export type Found = { shape: Shape; mayBeMissing: boolean };

/** What a path leads to within a shape; null where it leads nowhere. */
export function followPath(shape: Shape, path: Path): Found | null {
  return path.reduce<Found | null>((found, part) => found && step(found, part), {
    shape,
    mayBeMissing: false,
  });
}

function step({ shape, mayBeMissing }: Found, part: string | number): Found | null {
  if (shape.type === "any" && shape.oneOf.length === 0) return { shape, mayBeMissing: true };
  if (typeof part === "number") {
    if (shape.item === null || (shape.maxItems !== null && part >= shape.maxItems)) return null;
    const isThere = part < shape.minItems && !shape.item.isNullable;
    return { shape: shape.item, mayBeMissing: mayBeMissing || !isThere };
  }
  const field = lookUp(shape.fields, part);
  if (field !== undefined) {
    const isThere = field.isRequired && !field.shape.isNullable;
    return { shape: field.shape, mayBeMissing: mayBeMissing || !isThere };
  }
  return shape.isOpen ? { shape: shapeOfType("any"), mayBeMissing: true } : null;
}
