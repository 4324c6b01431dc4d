import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";
import { type Draft, type DraftGroup, getGroup, getItems, isBlank, optionValue } from "./draft.ts";
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
      const { input, problems } = readDraft(shape.fields, getGroup(draft), path);
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
  const items = getItems(draft);
  const reads = items.map(({ value }, index) =>
    readValue({ label: `${label} ${index + 1}` }, shape.item, value, `${path}[${index}]`),
  );
  const problems = reads.flatMap((read) => read.problems);
  if (items.length < shape.minItems) {
    problems.push({
      path,
      message: t("read_list_label_needs_minitems_plural", { label, minItems: shape.minItems }),
    });
  }
  if (items.length > shape.maxItems) {
    problems.push({
      path,
      message: t("read_list_label_may_have_maxitems", { label, maxItems: shape.maxItems }),
    });
  }
  return { value: reads.map(({ value }) => value), problems };
}

type TypedShape = Extract<Shape, { kind: "text" | "number" | "choice" | "scalar" | "json" }>;

function readText({ label }: Words, shape: TypedShape, text: string, path: string): ReadValue {
  const failed = (message: string): ReadValue => ({ value: undefined, problems: [{ path, message }] });
  if (text.trim() === "") {
    return {
      value: undefined,
      problems: [{ path, message: t("read_text_label_missing", { label }), isMissing: true }],
    };
  }
  switch (shape.kind) {
    case "text": {
      const message = lengthProblem(label, shape, text);
      return message ? failed(message) : { value: text, problems: [] };
    }
    case "choice": {
      const choice = shape.choices.find((candidate) => optionValue(candidate) === text);
      return choice
        ? { value: choice.value, problems: [] }
        : failed(t("read_text_choose_one_label", { label }));
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
        return failed(t("read_text_label_not_valid_json", { label }));
      }
  }
}

function lengthProblem(
  label: string,
  { minLength, maxLength }: Extract<Shape, { kind: "text" }>,
  text: string,
): string | null {
  if (text.length > maxLength)
    return t("length_problem_label_may_have_maxlength", { label, maxLength, count: text.length });
  if (text.length < minLength) return t("length_problem_label_needs_least_minlength", { label, minLength });
  return null;
}

function numberProblem(
  label: string,
  { isInteger, minimum, maximum }: Extract<Shape, { kind: "number" }>,
  text: string,
): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(text.trim()))
    return t("number_problem_label_must_number_such", { label, which: isInteger ? "3" : "12.50" });
  const value = Number(text);
  if (isInteger && !Number.isInteger(value)) return t("number_problem_label_must_whole_number", { label });
  if (value < minimum) return t("number_problem_label_must_minimum_more", { label, minimum });
  if (value > maximum) return t("number_problem_label_must_maximum_less", { label, maximum });
  return null;
}
