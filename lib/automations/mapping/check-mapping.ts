import { type Misfit, misfits } from "#lib/automations/shapes/fits.ts";
import { fixedMisfits } from "#lib/automations/shapes/fixed-misfits.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import type { MappingCheckParams } from "#lib/failures/mapping-messages.ts";
import { lookUp } from "#lib/look-up.ts";
import { findSource, type SourceShapes } from "./find-source.ts";
import type { IfMissing, Mapping, Source, Value } from "./mapping-schema.ts";
import type { Path } from "./path-schema.ts";
import { describePlace } from "./read-source.ts";
import type { CheckProblem } from "./scope.ts";
import { textShape } from "./text-shape.ts";

type MappingShapes = SourceShapes & { /** The action's input: toInputShape. */ input: Shape };

type Work = { shapes: MappingShapes; problems: CheckProblem[]; hasList: boolean };
type Place = { path: Path; line: Shape | null };
/** The source for whose lack a value is left out; null where it is always there. */
type Gap = Source | null;

const anything = shapeOfType("any");

/**
 * What is wrong with a mapping by the shapes alone, before any event has come. With no problem but warnings, each valid
 * event makes an input of the right fields and types, or fails for a source that is missing and declared so. What a shape
 * does not tell is left to the action: the form of a text, the size of a number, how many entries are left in a list.
 */
export function checkMapping(mapping: Mapping, shapes: MappingShapes): CheckProblem[] {
  const work: Work = { shapes, problems: [], hasList: false };
  checkFields(mapping, shapes.input, { path: [], line: null }, work);
  return work.problems;
}

function checkFields(fields: Mapping, wanted: Shape, { path, line }: Place, work: Work): void {
  for (const [name, { isRequired }] of Object.entries(wanted.fields)) {
    if (isRequired && !Object.hasOwn(fields, name)) {
      add(work, [...path, name], { code: "mapping_input_missing", params: {}, isWarning: false });
    }
  }
  const isOpen = wanted.isOpen || wanted.type === "any";
  for (const [name, value] of Object.entries(fields)) {
    const place = { path: [...path, name], line };
    const field = lookUp(wanted.fields, name);
    if (field === undefined && !isOpen) {
      add(work, place.path, { code: "mapping_unknown_input", params: {}, isWarning: false });
      continue;
    }
    const gap = checkValue(value, field?.shape ?? anything, place, work);
    if (gap !== null && field?.isRequired) {
      add(work, place.path, { code: "mapping_may_be_missing", params: describePlace(gap), isWarning: false });
    }
  }
}

function checkValue(value: Value, wanted: Shape, place: Place, work: Work): Gap {
  switch (value.kind) {
    case "field":
    case "result":
    case "line":
      return checkSource(value, wanted, place, work);
    case "fixed":
      for (const { path, ...misfit } of fixedMisfits(value.value, wanted, place.path))
        add(work, path, misfit);
      return null;
    case "text":
      return checkText(value.parts, wanted, place, work);
    case "object": {
      const inside = findChoice(wanted, ["object", "money"]);
      if (inside) checkFields(value.fields, inside, place, work);
      else refuse(work, place.path, wanted, "object");
      return null;
    }
    case "list":
      return checkList(value.items, wanted, place, work);
    case "each_line":
      return checkEachLine(value, wanted, place, work);
  }
}

function checkSource(source: Source, wanted: Shape, place: Place, work: Work): Gap {
  const outcome = findSource(source, work.shapes, place.line);
  if ("problem" in outcome) {
    add(work, place.path, { ...outcome.problem, isWarning: false });
    return null;
  }
  const { shape, mayBeMissing } = outcome.found;
  for (const misfit of misfits(shape, wanted)) add(work, place.path, misfit);
  return checkIfMissing(source, source.ifMissing, mayBeMissing, wanted, place, work);
}

function checkIfMissing(
  source: Source,
  ifMissing: IfMissing,
  mayBeMissing: boolean,
  wanted: Shape,
  { path }: Place,
  work: Work,
): Gap {
  if (ifMissing.rule === "default") {
    for (const { path: at, ...misfit } of fixedMisfits(ifMissing.value, wanted, path)) add(work, at, misfit);
  }
  return ifMissing.rule === "leave_out" && mayBeMissing ? source : null;
}

function checkText(parts: readonly (string | Source)[], wanted: Shape, place: Place, work: Work): Gap {
  const { shape, gap, problems } = textShape(parts, work.shapes, place.line);
  for (const problem of problems) add(work, place.path, problem);
  if (problems.length > 0) return null;
  for (const misfit of misfits(shape, wanted)) add(work, place.path, misfit);
  return gap;
}

function checkList(items: readonly Value[], wanted: Shape, { path, line }: Place, work: Work): Gap {
  const list = findChoice(wanted, ["list", "lines"]);
  if (list === null) {
    refuse(work, path, wanted, "list");
    return null;
  }
  const { minItems: min, maxItems: max } = list;
  if (items.length < min || (max !== null && items.length > max)) {
    const params: MappingCheckParams["mapping_items"] = { min, max, count: items.length };
    add(work, path, { code: "mapping_items", params, isWarning: false });
  }
  for (const [index, item] of items.entries()) {
    const place = { path: [...path, index], line };
    const gap = checkValue(item, list.item ?? anything, place, work);
    if (gap !== null && list.isPositional) {
      add(work, place.path, { code: "mapping_gap_in_row", params: describePlace(gap), isWarning: false });
    }
  }
  return null;
}

function checkEachLine(
  value: Extract<Value, { kind: "each_line" }>,
  wanted: Shape,
  place: Place,
  work: Work,
): Gap {
  const { path } = place;
  if (work.hasList) {
    add(work, path, { code: "mapping_second_list", params: {}, isWarning: false });
    return null;
  }
  work.hasList = true;
  const { over, ifMissing, item } = value;
  const source: Source = { kind: "field", path: over, transforms: [], ifMissing };
  const found = followPath(work.shapes.event, over);
  if (found === null) {
    add(work, path, { code: "mapping_unknown_source", params: describePlace(source), isWarning: false });
    return null;
  }
  const lines = findChoice(found.shape, ["list", "lines"]);
  const list = findChoice(wanted, ["list", "lines"]);
  if (lines === null || list === null) {
    refuse(
      work,
      path,
      lines === null ? shapeOfType("list") : wanted,
      lines === null ? found.shape.type : "list",
    );
    return null;
  }
  if (list.maxItems !== null && lines.maxItems !== null && lines.maxItems > list.maxItems) {
    add(work, path, { code: "mapping_may_be_too_many", params: { max: list.maxItems }, isWarning: true });
  }
  const inside = { path: [...path, 0], line: lines.item ?? anything };
  const gap = checkValue(item, list.item ?? anything, inside, work);
  if (gap !== null && list.isPositional) {
    add(work, inside.path, { code: "mapping_gap_in_row", params: describePlace(gap), isWarning: false });
  }
  return checkIfMissing(source, ifMissing, found.mayBeMissing, wanted, place, work);
}

/** The shape itself, or the one of its choices, that is of one of these types; null where none is. */
function findChoice(shape: Shape, types: readonly Shape["type"][]): Shape | null {
  if (types.includes(shape.type)) return shape;
  if (shape.type !== "any") return null;
  return shape.oneOf.length === 0 ? shape : (shape.oneOf.find(({ type }) => types.includes(type)) ?? null);
}

function refuse(work: Work, path: Path, wanted: Shape, found: Shape["type"]): void {
  const params: MappingCheckParams["mapping_does_not_fit"] = { expected: wanted.type, found };
  add(work, path, { code: "mapping_does_not_fit", params, isWarning: false });
}

function add({ problems }: Work, path: Path, { code, params, isWarning }: Misfit): void {
  problems.push({ path, code, params, isWarning });
}
