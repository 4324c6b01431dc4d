import { findSource, type SourceShapes } from "#lib/automations/mapping/find-source.ts";
import type { Json, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { joined, type TextPart } from "./text-parts.ts";

/** A value as a text with fields in it; null where it is none (a list, an object). */
export function partsOfValue(value: Value | undefined): TextPart[] | null {
  if (value === undefined) return [];
  switch (value.kind) {
    case "field":
    case "result":
    case "line":
      return [value];
    case "text":
      return joined(value.parts);
    case "fixed":
      return isPlain(value.value) ? joined([String(value.value)]) : null;
    default:
      return null;
  }
}

function isPlain(value: Json): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

const readAsText: readonly Shape["type"][] = ["text", "date", "instant"];

/**
 * The least value that says these parts: nothing, a fixed text, one field as it is, or a text of parts.
 * @param wanted of the action's field @param line shape of the order line at hand
 */
export function valueOfParts(
  parts: readonly TextPart[],
  wanted: Shape,
  shapes: SourceShapes,
  line: Shape | null,
): Value | undefined {
  const [first, ...more] = parts;
  if (first === undefined) return undefined;
  if (more.length > 0) return { kind: "text", parts };
  if (typeof first === "string") return { kind: "fixed", value: first };
  return isTakenAsItIs(first, wanted, shapes, line) ? first : { kind: "text", parts };
}

/** A number in a field of text has to be written as one. */
function isTakenAsItIs(source: Source, wanted: Shape, shapes: SourceShapes, line: Shape | null): boolean {
  if (wanted.type !== "text") return true;
  const found = findSource(source, shapes, line);
  return "problem" in found || readAsText.includes(found.found.shape.type);
}
