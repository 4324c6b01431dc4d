import type { JsonSchema } from "./event-type.ts";
import { toKey } from "./fields.ts";
import { isNullable, listLeaves } from "./schema-walk.ts";

/**
 * An event's data from what was typed into the form of its schema. What was left empty is left out; numbers and
 * booleans that came as text become what they are. What does not fit stays, for Patchbay to refuse with its path.
 */
export function dataFrom(schema: JsonSchema, typed: Record<string, unknown>): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const leaf of listLeaves(schema)) {
    const value = valueFrom(leaf.schema, typed[toKey(leaf)] ?? lookUp(typed, leaf.path));
    if (value !== undefined) place(data, leaf.path, value);
  }
  for (const name of schema.required ?? []) {
    if (!(name in data) && isNullable(schema.properties?.[name] ?? {})) data[name] = null;
  }
  return data;
}

function valueFrom(schema: JsonSchema, typed: unknown): unknown {
  if (typed === undefined || typed === null || typed === "") return undefined;
  const { items } = schema;
  if (items) {
    const list = Array.isArray(typed) ? typed : [typed];
    const values = list.map((item) =>
      items.properties ? dataFrom(items, { ...item }) : valueFrom(items, item),
    );
    return values.length > 0 ? values : undefined;
  }
  if (schema.type === "integer" || schema.type === "number") return numberFrom(typed);
  if (schema.type === "boolean") return booleanFrom(typed);
  return schema.type === "string" ? String(typed) : typed;
}

function numberFrom(typed: unknown): unknown {
  const number = typeof typed === "string" ? Number(typed) : typed;
  return Number.isNaN(number) ? typed : number;
}

function booleanFrom(typed: unknown): unknown {
  const word = String(typed).toLowerCase();
  if (["true", "yes", "1"].includes(word)) return true;
  return ["false", "no", "0"].includes(word) ? false : typed;
}

/** The value where the typed values came nested rather than under one key. */
function lookUp(typed: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return typed;
  const inner = typeof typed === "object" && typed !== null ? Object.entries(typed) : [];
  const value = inner.find(([key]) => key === name)?.[1];
  return value === undefined ? undefined : lookUp(value, rest);
}

function place(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = into[name];
  const next = typeof inner === "object" && inner !== null ? { ...inner } : {};
  place(next, rest, value);
  into[name] = next;
}
