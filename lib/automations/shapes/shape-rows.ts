import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { Meaning } from "./meaning.ts";
import type { Shape, ValueType } from "./shape.ts";

/** One field of a shape, for a list to choose from. */
export type ShapeRow = {
  path: Path;
  type: ValueType;
  title: string | null;
  description: string | null;
  /** It is there whenever the whole is. */
  isRequired: boolean;
  meaning: Meaning | null;
  example: Json | null;
  values: readonly Json[] | null;
  shape: Shape;
};

/**
 * All fields of a shape, each object followed by what is in it. What is in a list has no path of its own: the fields of
 * order lines are the rows of `item`.
 */
export function shapeRows(shape: Shape, path: Path = [], isCertain = true): ShapeRow[] {
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const { type, title, description, meaning, example, values, isNullable } = field.shape;
    const place = [...path, name];
    const isRequired = isCertain && field.isRequired && !isNullable;
    const { shape: inner } = field;
    const row = { path: place, type, title, description, isRequired, meaning, example, values, shape: inner };
    return [row, ...shapeRows(field.shape, place, isRequired)];
  });
}
