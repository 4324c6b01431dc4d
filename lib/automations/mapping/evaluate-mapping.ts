import { maxTextLength } from "#lib/automations/transforms/registry.ts";
import { plainText } from "#lib/automations/transforms/text-transforms.ts";
import type { MappingFailureParams } from "#lib/failures/mapping-messages.ts";
import { formatPath } from "#lib/parse.ts";
import { type Allowance, fullAllowance, keepable, takeText } from "./keepable.ts";
import type { IfMissing, Json, Mapping, Source, Value } from "./mapping-schema.ts";
import { ownAt } from "./own-at.ts";
import type { Path } from "./path-schema.ts";
import { describePlace, type LineAtHand, readSource } from "./read-source.ts";
import type { LeftOut, MappingOutcome, MappingProblem, Scope } from "./scope.ts";
import { typeOfValue } from "./type-of-value.ts";

/** A list of the event is gone through up to here. */
const mostLines = 1_000;
/** Of what is wrong with one mapping, so much is told. */
const mostProblems = 50;

type Made = { value: Json } | null;
type Work = { scope: Scope; allowance: Allowance; problems: MappingProblem[]; leftOut: LeftOut[] };
type Place = { path: Path; at: LineAtHand };

/**
 * An action's input, made of an event and of what the steps before have answered. The same for the engine, the dry run
 * and the preview: nothing but its arguments counts, and it answers any mapping and any event without throwing. Whether
 * the action takes the input is for the action's own schema.
 * @param scope.results by key of the step; one that has not succeeded is absent
 */
export function evaluateMapping(mapping: Mapping, scope: Scope): MappingOutcome {
  const work: Work = { scope, allowance: fullAllowance(), problems: [], leftOut: [] };
  const made = makeFields(mapping, { path: [], at: null }, work);
  const { problems, leftOut } = work;
  if (problems.length > 0) return { isReady: false, problems: problems.slice(0, mostProblems), leftOut };
  return { isReady: true, input: made, leftOut };
}

function makeFields(
  fields: Readonly<Record<string, Value>>,
  { path, at }: Place,
  work: Work,
): Record<string, Json> {
  const made: [string, Json][] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name === "__proto__") continue;
    const member = make(value, { path: [...path, name], at }, work);
    if (member !== null) made.push([name, member.value]);
  }
  return Object.fromEntries(made);
}

/** @returns null where the value is left out, and where there is a problem */
function make(value: Value, place: Place, work: Work): Made {
  switch (value.kind) {
    case "field":
    case "result":
    case "line":
      return makeOfSource(value, place, work);
    case "fixed":
      return keep(value.value, place, work);
    case "text":
      return makeText(value.parts, place, work);
    case "object":
      return { value: makeFields(value.fields, place, work) };
    case "list":
      return makeList(value.items, place, work);
    case "each_line":
      return makeEachLine(value, place, work);
  }
}

function makeOfSource(source: Source, place: Place, work: Work): Made {
  const read = readSource(source, work.scope, place.at, work.allowance);
  if (read.kind === "problem") return fail(read.problem, place, work);
  if (read.kind === "value") return read;
  switch (source.ifMissing.rule) {
    case "fail":
      return fail({ code: "mapping_missing", params: describePlace(source) }, place, work);
    case "default":
      return keep(source.ifMissing.value, place, work);
    case "leave_out":
      work.leftOut.push({ path: place.path, source });
      return null;
  }
}

/** A text of which nothing is left, because its sources are missing, is left out itself. */
function makeText(parts: readonly (string | Source)[], place: Place, work: Work): Made {
  const before = work.leftOut.length;
  let text = "";
  for (const part of parts) {
    text += typeof part === "string" ? part : (composeText(part, place, work) ?? "");
    if (text.length > maxTextLength || !takeText("", work.allowance)) {
      return fail({ code: "mapping_too_long", params: { max: maxTextLength } }, place, work);
    }
  }
  if (text === "" && work.leftOut.length > before) return null;
  return keep(text, place, work);
}

function composeText(source: Source, place: Place, work: Work): string | null {
  const made = makeOfSource(source, place, work);
  if (made === null) return null;
  const text = plainText(made.value);
  if (text === null) {
    const params = { ...describePlace(source), found: typeOfValue(made.value) };
    fail({ code: "mapping_no_text", params }, place, work);
  }
  return text;
}

function makeList(items: readonly Value[], { path, at }: Place, work: Work): Made {
  const made = items.map((item, index) => make(item, { path: [...path, index], at }, work));
  return { value: made.flatMap((item) => (item === null ? [] : [item.value])) };
}

function makeEachLine(
  value: { over: Path; ifMissing: IfMissing; item: Value },
  place: Place,
  work: Work,
): Made {
  if (place.at !== null) return fail({ code: "mapping_second_list", params: {} }, place, work);
  const lines = ownAt(work.scope.event, value.over);
  if (lines === undefined || lines === null) {
    const { over: path, ifMissing } = value;
    return makeOfSource({ kind: "field", path, transforms: [], ifMissing }, place, work);
  }
  if (!Array.isArray(lines)) {
    const field = formatPath(value.over[0] === "data" ? value.over.slice(1) : value.over);
    return fail({ code: "mapping_not_a_list", params: { field } }, place, work);
  }
  if (lines.length > mostLines) {
    return fail({ code: "mapping_too_many", params: { max: mostLines } }, place, work);
  }
  const made: Json[] = [];
  for (const [index, line] of lines.entries()) {
    const item = make(value.item, { path: [...place.path, index], at: { line } }, work);
    if (item !== null) made.push(item.value);
    if (work.problems.length >= mostProblems) break;
  }
  return { value: made };
}

function keep(value: Json, place: Place, work: Work): Made {
  const kept = keepable(value, work.allowance);
  if (kept === "too_many")
    return fail({ code: "mapping_too_many", params: { max: maxTextLength } }, place, work);
  return kept === "no_data" ? fail({ code: "mapping_not_data", params: {} }, place, work) : kept;
}

function fail<Code extends keyof MappingFailureParams | "mapping_second_list">(
  problem: { code: Code; params: MappingProblem["params"] },
  { path }: Place,
  { problems }: Work,
): null {
  if (problems.length < mostProblems) problems.push({ path, ...problem });
  return null;
}
