import type { Json, Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { isList, isRecord } from "#lib/automations/transforms/behaviour.ts";
import { lookUp } from "#lib/look-up.ts";

/**
 * Something of the account that a mapping names, the same for each event.
 * @param field where, without the places of lists: `channel`, `lines.variantId`
 */
export type Chosen = { field: string; title: string; resource: string; value: string };

type Place = { field: string; title: string };

/** What a mapping names of the lists of an account, wherever in the input it stands, in its order. */
export function chosenIn(mapping: Mapping, input: Shape): Chosen[] {
  return Object.entries(mapping).flatMap(([name, value]) => inField(input, name, null, ofValue, value));
}

function ofValue(value: Value, shape: Shape, at: Place): Chosen[] {
  switch (value.kind) {
    case "object":
      return Object.entries(value.fields).flatMap(([name, inner]) =>
        inField(shape, name, at, ofValue, inner),
      );
    case "list":
      return value.items.flatMap((item) => ofValue(item, toItemShape(shape), at));
    case "each_line":
      return ofValue(value.item, toItemShape(shape), at);
    default: {
      const fixed = getFixedValue(value);
      return fixed === undefined ? [] : ofJson(fixed, shape, at);
    }
  }
}

function ofJson(json: Json, shape: Shape, at: Place): Chosen[] {
  if (isList(json)) return json.flatMap((item) => ofJson(item, toItemShape(shape), at));
  if (isRecord(json)) {
    return Object.entries(json).flatMap(([name, inner]) => inField(shape, name, at, ofJson, inner));
  }
  const isId = typeof json === "string" || typeof json === "number";
  return shape.resource !== null && isId ? [{ ...at, resource: shape.resource, value: String(json) }] : [];
}

function inField<Inner>(
  shape: Shape,
  name: string,
  at: Place | null,
  read: (inner: Inner, shape: Shape, at: Place) => Chosen[],
  inner: Inner,
): Chosen[] {
  const found = lookUp(shape.fields, name)?.shape;
  if (found === undefined) return [];
  return read(inner, found, {
    field: at === null ? name : `${at.field}.${name}`,
    title: found.title ?? name,
  });
}

/** A list may name for all its items what they are chosen from. */
function toItemShape({ item, resource, ...list }: Shape): Shape {
  return item === null ? { ...list, item, resource } : { ...item, resource: item.resource ?? resource };
}

/** What a value is each time; undefined = not the same. */
export function getFixedValue(value: Value): Json | undefined {
  if (value.kind === "fixed") return value.value;
  if (value.kind !== "text") return undefined;
  const parts = value.parts.filter((part) => typeof part === "string");
  return parts.length === value.parts.length ? parts.join("") : undefined;
}
