import { type Draft, type DraftGroup, groupOf, isBlank, itemsOf, optionValue } from "./draft.ts";
import type { Problem } from "./problems.ts";
import { readScalar } from "./scalar-text.ts";
import type { FieldShape, Shape } from "./shape.ts";

interface ReadForm {
  /** Only to be used where there are no problems. */
  input: Record<string, unknown>;
  problems: Problem[];
}

/** What was typed as the action's input; fields left empty are left out of it. */
export function readDraft(fields: readonly FieldShape[], draft: DraftGroup, prefix = ""): ReadForm {
  const input: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const path = prefix === "" ? field.name : `${prefix}.${field.name}`;
    const value = draft[field.name];
    if (isLeftOut(field, value)) continue;
    if (field.isNullable && isBlank(field.shape, value)) {
      input[field.name] = null;
      continue;
    }
    const read = readValue(field, field.shape, value, path);
    problems.push(...read.problems);
    if (read.problems.length === 0) input[field.name] = read.value;
  }
  return { input, problems };
}

function isLeftOut({ isRequired, shape, initial }: FieldShape, draft: Draft | undefined): boolean {
  if (isRequired || !isBlank(shape, draft)) return false;
  // Unticking what is ticked by default is an answer.
  return shape.kind !== "flag" || initial === undefined;
}

type ReadValue = { value: unknown; problems: Problem[] };
type Words = Pick<FieldShape, "label">;

function readValue(words: Words, shape: Shape, draft: Draft | undefined, path: string): ReadValue {
  switch (shape.kind) {
    case "group": {
      const { input, problems } = readDraft(shape.fields, groupOf(draft), path);
      return { value: input, problems };
    }
    case "list":
      return readList(words, shape, draft, path);
    case "flag":
      return { value: draft === true, problems: [] };
    default:
      return readText(words, shape, typeof draft === "string" ? draft : "", path);
  }
}

function readList(
  { label }: Words,
  shape: Extract<Shape, { kind: "list" }>,
  draft: Draft | undefined,
  path: string,
): ReadValue {
  const items = itemsOf(draft);
  const reads = items.map(({ value }, index) =>
    readValue({ label: `${label} ${index + 1}` }, shape.item, value, `${path}[${index}]`),
  );
  const problems = reads.flatMap((read) => read.problems);
  if (items.length < shape.minItems) {
    problems.push({
      path,
      message: `${label} needs ${shape.minItems === 1 ? "at least one entry" : `at least ${shape.minItems} entries`}.`,
    });
  }
  if (items.length > shape.maxItems) {
    problems.push({ path, message: `${label} may have ${shape.maxItems} entries at most.` });
  }
  return { value: reads.map(({ value }) => value), problems };
}

type TypedShape = Extract<Shape, { kind: "text" | "number" | "choice" | "scalar" | "json" }>;

function readText({ label }: Words, shape: TypedShape, text: string, path: string): ReadValue {
  const failed = (message: string): ReadValue => ({ value: undefined, problems: [{ path, message }] });
  if (text.trim() === "") {
    return { value: undefined, problems: [{ path, message: `${label} is missing.`, isMissing: true }] };
  }
  switch (shape.kind) {
    case "text": {
      const message = lengthProblem(label, shape, text);
      return message ? failed(message) : { value: text, problems: [] };
    }
    case "choice": {
      const choice = shape.choices.find((candidate) => optionValue(candidate) === text);
      return choice ? { value: choice.value, problems: [] } : failed(`Choose one for ${label}.`);
    }
    case "number": {
      const message = numberProblem(label, shape, text);
      return message ? failed(message) : { value: Number(text), problems: [] };
    }
    case "scalar":
      return { value: readScalar(text), problems: [] };
    case "json":
      try {
        return { value: JSON.parse(text), problems: [] };
      } catch {
        return failed(`${label} is not valid JSON: look for a missing quote, comma or bracket.`);
      }
  }
}

function lengthProblem(
  label: string,
  { minLength, maxLength }: Extract<Shape, { kind: "text" }>,
  text: string,
): string | null {
  if (text.length > maxLength)
    return `${label} may have ${maxLength} characters at most; it has ${text.length}.`;
  if (text.length < minLength) return `${label} needs at least ${minLength} characters.`;
  return null;
}

function numberProblem(
  label: string,
  { isInteger, minimum, maximum }: Extract<Shape, { kind: "number" }>,
  text: string,
): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(text.trim()))
    return `${label} must be a number, such as ${isInteger ? "3" : "12.50"}.`;
  const value = Number(text);
  if (isInteger && !Number.isInteger(value)) return `${label} must be a whole number.`;
  if (value < minimum) return `${label} must be ${minimum} or more.`;
  if (value > maximum) return `${label} must be ${maximum} or less.`;
  return null;
}
