import type { JsonSchema } from "./event-type.ts";
import type { Field } from "./platform.ts";
import { type Leaf, listLeaves } from "./schema-walk.ts";
import { titleCase } from "./words.ts";

/** Zapier's separator in the keys of nested values. */
const nested = "__";

/** The fields of a form for data of this schema. Lists become line items. */
export function toInputFields(schema: JsonSchema): Field[] {
  return listLeaves(schema).map((leaf) => ({
    ...plainField(leaf),
    required: leaf.isRequired,
    ...(leaf.schema.description ? { helpText: `${leaf.schema.description}.` } : {}),
    ...(leaf.schema.enum ? { choices: toChoices(leaf.schema.enum) } : {}),
    ...(leaf.schema.items ? listPart(leaf.schema.items) : {}),
  }));
}

/** The fields that a trigger gives to the next steps, under `data`. */
export function toOutputFields(schema: JsonSchema): Field[] {
  return listLeaves(schema).flatMap((leaf) => {
    const key = ["data", ...leaf.path].join(nested);
    const { items } = leaf.schema;
    if (!items?.properties) return [{ ...plainField(leaf), key }];
    return listLeaves(items).map((item) => ({
      ...plainField(item),
      key: `${key}[]${toKey(item)}`,
      label: titleCase([...leaf.path, ...item.path].join(" ")),
    }));
  });
}

export function toKey({ path }: Leaf): string {
  return path.join(nested);
}

function plainField(leaf: Leaf): Field {
  const label = titleCase(leaf.path.join(" "));
  return leaf.schema.items
    ? { key: toKey(leaf), label }
    : { key: toKey(leaf), label, type: toFieldType(leaf.schema) };
}

function listPart(items: JsonSchema): Partial<Field> {
  if (!items.properties) return { type: toFieldType(items), list: true };
  return { children: toInputFields(items) };
}

function toFieldType({ type, format }: JsonSchema): Field["type"] {
  if (type === "integer" || type === "number" || type === "boolean") return type;
  return format === "date-time" ? "datetime" : "string";
}

function toChoices(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, titleCase(value)]));
}
