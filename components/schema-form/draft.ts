import { scalarText } from "./scalar-text.ts";
import type { Choice, FieldShape, Shape } from "./shape.ts";

/** What has been typed so far, as it stands in the controls; complete or not, nothing of it is lost. */
export type Draft = string | boolean | readonly DraftItem[] | DraftGroup;

export interface DraftGroup {
  readonly [name: string]: Draft;
}

export interface DraftItem {
  /** The same while the item moves among its list. */
  key: string;
  value: Draft;
}

/** The form as it first stands, or filled from an input such as an action's example. */
export function createDraft(fields: readonly FieldShape[], input: unknown): DraftGroup {
  const values = isRecord(input) ? input : {};
  return Object.fromEntries(
    fields.map(({ name, shape, initial }) => [name, draftOfValue(shape, values[name] ?? initial)]),
  );
}

function draftOfValue(shape: Shape, value: unknown): Draft {
  switch (shape.kind) {
    case "text":
    case "number":
      return toText(value);
    case "choice":
      return draftOfChoice(shape.choices, value);
    case "flag":
      return value === true;
    case "list":
      return Array.isArray(value) ? value.map((item: unknown) => newItem(shape.item, item)) : [];
    case "group":
      return createDraft(shape.fields, value);
    case "scalar":
      return scalarText(value);
    case "json":
      return value === undefined ? "" : JSON.stringify(value, null, 2);
  }
}

let itemCount = 0;

/** An item for a list: empty, or holding `value`. */
export function newItem(shape: Shape, value?: unknown): DraftItem {
  itemCount += 1;
  return { key: `item-${itemCount}`, value: draftOfValue(shape, value) };
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A choice as the `value` of its option: apart from others also where `1` and `"1"` can be chosen. */
export function optionValue({ value }: Choice): string {
  return JSON.stringify(value);
}

function draftOfChoice(choices: readonly Choice[], value: unknown): string {
  const choice = choices.find((candidate) => candidate.value === value);
  return choice ? optionValue(choice) : "";
}

/** Whether nothing has been typed. A list with an item in it, even an empty one, is not blank. */
export function isBlank(shape: Shape, draft: Draft | undefined): boolean {
  if (draft === undefined) return true;
  if (typeof draft === "string") return draft.trim() === "";
  if (typeof draft === "boolean") return !draft;
  if (isItems(draft)) return draft.length === 0;
  if (shape.kind !== "group") return true;
  return shape.fields.every(
    (field) => isBlank(field.shape, draft[field.name]) || isStillInitial(field, draft[field.name]),
  );
}

function isStillInitial({ shape, initial }: FieldShape, draft: Draft | undefined): boolean {
  if (initial === undefined || draft === undefined || typeof draft === "object") return false;
  return draftOfValue(shape, initial) === draft;
}

function isItems(draft: Draft): draft is readonly DraftItem[] {
  return Array.isArray(draft);
}

export function getItems(draft: Draft | undefined): readonly DraftItem[] {
  return draft !== undefined && typeof draft === "object" && isItems(draft) ? draft : [];
}

export function getGroup(draft: Draft | undefined): DraftGroup {
  return draft !== undefined && typeof draft === "object" && !isItems(draft) ? draft : {};
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
