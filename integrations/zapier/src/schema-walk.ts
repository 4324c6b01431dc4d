import type { JsonSchema } from "./event-type.ts";

/** A value at the end of a path through objects: a plain one, or a list of line items. */
export type Leaf = {
  path: string[];
  schema: JsonSchema;
  /** It and all that it stands within must be given. */
  isRequired: boolean;
};

/** The values that data of this schema holds, depth first, in the schema's order. */
export function listLeaves(schema: JsonSchema, path: string[] = [], isRequired = true): Leaf[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = withoutNull(property);
    const place = [...path, name];
    const isNeeded = isRequired && (schema.required ?? []).includes(name);
    if (inner.type === "object") return listLeaves(inner, place, isNeeded);
    return [{ path: place, schema: inner, isRequired: isNeeded && !isNullable(property) }];
  });
}

export function isNullable({ type, anyOf = [] }: JsonSchema): boolean {
  return type === "null" || (Array.isArray(type) && type.includes("null")) || anyOf.some(isNullable);
}

function withoutNull(schema: JsonSchema): JsonSchema {
  const { type, anyOf, description } = schema;
  if (Array.isArray(type)) return { ...schema, type: type.find((one) => one !== "null") };
  const other = anyOf?.find((one) => !isNullable(one));
  return other ? { description, ...other } : schema;
}
