import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape, ValueType } from "#lib/automations/shapes/shape.ts";

const moment = "2026-01-01T12:00:00.000Z";

const byType: Readonly<Partial<Record<ValueType, Json>>> = {
  number: 1,
  integer: 1,
  boolean: true,
  date: moment.slice(0, 10),
  instant: moment,
};

/**
 * What may stand in place of a result that nobody has yet: a value of the right type for each field of an action's output,
 * texts being the field's name in brackets, so that whoever reads them takes them for no real ones.
 */
export function exampleOutput(shape: Shape): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(shape.fields).map(([name, { shape: inner }]) => [name, createExample(name, inner)]),
  );
}

function createExample(name: string, shape: Shape): Json {
  const [first] = shape.values ?? [];
  if (first !== undefined) return first;
  const [choice] = shape.oneOf;
  if (choice !== undefined) return createExample(name, choice);
  switch (shape.type) {
    case "object":
    case "money":
      return exampleOutput(shape);
    case "list":
    case "lines":
      return shape.item === null ? [] : [createExample(name, shape.item)];
    case "text":
      return createText(name, shape);
    default:
      return byType[shape.type] ?? `[${name}]`;
  }
}

function createText(name: string, { meaning }: Shape): string {
  if (meaning === "email") return "name@example.com";
  if (meaning === "url") return "https://example.com/";
  return meaning === "currency" ? "EUR" : `[${name}]`;
}
