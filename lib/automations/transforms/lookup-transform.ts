import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { type Shape, shapeOfType, type ValueType } from "#lib/automations/shapes/shape.ts";
import { type Behaviour, made, missing } from "./behaviour.ts";

/** Another value for each of those listed. Compared exactly: by type, and by each letter. */
export const lookup: Behaviour<"lookup"> = {
  takes: ["text", "number", "boolean"],
  gives: (given, { entries, otherwise }) => {
    const isComplete = given.values?.every((value) => entries.some(({ from }) => from === value)) ?? false;
    const listed = valuesOf([
      ...entries.map(({ to }) => to),
      ...(otherwise.rule === "value" ? [otherwise.value] : []),
    ]);
    const mayBeMissing = otherwise.rule === "missing" && !isComplete;
    if (otherwise.rule !== "keep" || isComplete) return { shape: listed, mayBeMissing };
    return { shape: either(given, listed), mayBeMissing };
  },
  apply: (value, { entries, otherwise }) => {
    const entry = entries.find(({ from }) => from === value);
    if (entry) return made(entry.to);
    if (otherwise.rule === "value") return made(otherwise.value);
    return otherwise.rule === "keep" ? made(value) : missing;
  },
};

/** What is one of these. */
function valuesOf(values: readonly (string | number | boolean)[]): Shape {
  const types = new Set(values.map(typeOf));
  const texts = values.filter((value) => typeof value === "string").map(({ length }) => length);
  const lengths = texts.length > 0 ? { minLength: Math.min(...texts), maxLength: Math.max(...texts) } : {};
  const [type = "any"] = types;
  if (types.size === 1) return shapeOfType(type, { values, ...lengths });
  const oneOf = [...types].map((one) => valuesOf(values.filter((value) => typeOf(value) === one)));
  return shapeOfType("any", { oneOf });
}

function either(given: Shape, listed: Shape): Shape {
  const oneOf = [given, ...(listed.oneOf.length > 0 ? listed.oneOf : [listed])];
  return shapeOfType("any", { oneOf });
}

function typeOf(value: Json): ValueType {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  return Number.isSafeInteger(value) ? "integer" : "number";
}
