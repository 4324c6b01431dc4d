import type { ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import { type Found, followPath } from "#lib/automations/shapes/follow-path.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { shapeAfter } from "#lib/automations/transforms/shape-after.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";
import type { MappingCheckParams } from "#lib/failures/mapping-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Source } from "./mapping-schema.ts";
import { describePlace } from "./read-source.ts";

/** What a mapping and a condition may draw on. */
export type SourceShapes = {
  /** Of the event with its envelope: toEventShape. */
  event: Shape;
  /** Outputs of the steps before, by key. */
  results: Readonly<Record<string, Shape>>;
  /** Keys of the steps that come after, and of the step itself. */
  laterSteps?: readonly string[];
};

type SourceProblem = Message & { readonly code: keyof MappingCheckParams };

/**
 * What a source gives after its transforms, or why it can give nothing.
 * @param line the shape of one order line; null outside of a list of them
 */
export function findSource(
  source: Source | ConditionSource,
  shapes: SourceShapes,
  line: Shape | null,
): { found: Found } | { problem: SourceProblem } {
  const raw = findRaw(source, shapes, line);
  if ("problem" in raw) return raw;
  const lost = source.transforms.flatMap((transform) => lostCurrency(transform, raw.found, shapes, line));
  const [problem] = lost;
  if (problem !== undefined) return { problem };
  const after = shapeAfter(raw.found, source.transforms);
  return "refusal" in after ? { problem: after.refusal } : after;
}

function findRaw(
  source: Source | ConditionSource,
  shapes: SourceShapes,
  line: Shape | null,
): { found: Found } | { problem: SourceProblem } {
  if (source.kind === "line" && line === null)
    return { problem: { code: "mapping_line_outside", params: {} } };
  if (source.kind === "result" && lookUp(shapes.results, source.step) === undefined) {
    const isLater = shapes.laterSteps?.includes(source.step) ?? false;
    const code = isLater ? "mapping_later_step" : "mapping_unknown_step";
    return { problem: { code, params: { step: source.step } } };
  }
  const within = shapeAround(source, shapes, line);
  const found = followPath(within, source.path);
  if (found === null) return { problem: { code: "mapping_unknown_source", params: describePlace(source) } };
  // A step may have been skipped, and then has no result.
  return { found: source.kind === "result" ? { ...found, mayBeMissing: true } : found };
}

function shapeAround(
  source: Source | ConditionSource,
  { event, results }: SourceShapes,
  line: Shape | null,
): Shape {
  if (source.kind === "field") return event;
  const within = source.kind === "line" ? line : lookUp(results, source.step);
  return within ?? shapeOfType("any");
}

/** A currency that a transform looks for where there is none. */
function lostCurrency(
  transform: Transform,
  { shape }: Found,
  shapes: SourceShapes,
  line: Shape | null,
): SourceProblem[] {
  const currency =
    transform.transform === "money"
      ? transform.currency
      : transform.transform === "lines_text"
        ? transform.prices
        : undefined;
  const place = currency && placeOfCurrency(currency);
  if (place === undefined) return [];
  const around = transform.transform === "lines_text" ? shape.item : line;
  const found = findRaw(place, shapes, around);
  if ("problem" in found) return [found.problem];
  const { type } = found.found.shape;
  if (type === "text" || type === "any") return [];
  return [{ code: "mapping_does_not_fit", params: { expected: "text", found: type } }];
}

function placeOfCurrency(currency: CurrencySource): Source | undefined {
  const plain = { transforms: [], ifMissing: { rule: "fail" } } as const;
  switch (currency.from) {
    case "event":
      return { kind: "field", path: currency.path, ...plain };
    case "step":
      return { kind: "result", path: currency.path, step: currency.step, ...plain };
    case "line":
      return { kind: "line", path: currency.path, ...plain };
    case "value":
    case "fixed":
      return undefined;
  }
}
