import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Meaning } from "./meaning.ts";

/**
 * What kind of value stands somewhere. `money` is an object of an amount in minor units and its currency, `lines` a list
 * of objects with a name and a quantity; `date` is a day and `instant` a moment, both as text.
 */
export type ValueType =
  | "text"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "instant"
  | "money"
  | "object"
  | "list"
  | "lines"
  | "any";

/** A schema as mappings see it: types, names and bounds, as a tree. */
export type Shape = {
  type: ValueType;
  title: string | null;
  description: string | null;
  meaning: Meaning | null;
  /** null may stand in its place. */
  isNullable: boolean;
  /** The only values that it may have. */
  values: readonly Json[] | null;
  /** Of a text, in UTF-16 code units. */
  minLength: number;
  maxLength: number | null;
  /** Of a text that has a form of its own (an id, an address), as JSON Schema has it. */
  pattern: string | null;
  example: Json | null;
  /** Id of the app's resource to choose from. */
  resource: string | null;
  /** Of an object and of money. */
  fields: Readonly<Record<string, ShapeField>>;
  /** Other names may be there too. */
  isOpen: boolean;
  /** Of a list and of lines. */
  item: Shape | null;
  minItems: number;
  maxItems: number | null;
  /** Each place of the list means something, as the columns of a row do: no item may be left out. */
  isPositional: boolean;
  /** `any`: one of these, where they are known. */
  oneOf: readonly Shape[];
};

export type ShapeField = {
  shape: Shape;
  isRequired: boolean;
};

const blank: Omit<Shape, "type"> = {
  title: null,
  description: null,
  meaning: null,
  isNullable: false,
  values: null,
  minLength: 0,
  maxLength: null,
  pattern: null,
  example: null,
  resource: null,
  fields: {},
  isOpen: false,
  item: null,
  minItems: 0,
  maxItems: null,
  isPositional: false,
  oneOf: [],
};

/** A shape of a type, with what else is known of it. */
export function shapeOfType(type: ValueType, known: Partial<Shape> = {}): Shape {
  return { ...blank, ...known, type };
}
