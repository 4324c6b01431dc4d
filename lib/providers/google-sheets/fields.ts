import { trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import { failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

const addressForm = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/([A-Za-z0-9_-]+)/;

/** The spreadsheet of an action: its id, or its address as it stands in the browser. */
export const spreadsheetField = trimmedText(500)
  .regex(
    /^(https:\/\/docs\.google\.com\/spreadsheets\/d\/)?[A-Za-z0-9_-]{15,100}([/?#].*)?$/,
    "Choose a spreadsheet from the list, or paste its address from the browser.",
  )
  .meta({
    title: "Spreadsheet",
    description:
      "Patchbay sees only spreadsheets that it made, or that you opened with it; Google hides all others from it.",
    resource: "spreadsheets",
  } satisfies FieldMeta);

export function parseSpreadsheetId(field: string): string {
  return addressForm.exec(field)?.[1] ?? field.replace(/[/?#].*$/, "");
}

/** The tab of an action: its name, or what the list of tabs has for it. */
export const tabField = trimmedText(300)
  .min(1, "Give the name of the tab, or leave it out for the first one.")
  .optional()
  .meta({
    title: "Tab",
    description: "Its name as it stands at the bottom of the spreadsheet. Left out: the first tab.",
    placeholder: "Orders",
    resource: "sheets",
  } satisfies FieldMeta);

/** A tab's own name may have a slash too, but no such long word before it. */
const tabReferenceForm = /^([A-Za-z0-9_-]{40,100})\/(.+)$/s;

/** The id of a tab in the list of tabs, which goes over several spreadsheets. */
export function tabReference(spreadsheetId: string, title: string): string {
  return `${spreadsheetId}/${title}`;
}

/**
 * The name of the tab that a field means; undefined = the first one.
 * @throws {ProviderError} invalid_input for a tab of another spreadsheet
 */
export function parseTabTitle(field: string | undefined, spreadsheetId: string): string | undefined {
  if (field === undefined) return undefined;
  const [, owner, title] = tabReferenceForm.exec(field) ?? [];
  if (owner === undefined || title === undefined) return field;
  if (owner === spreadsheetId) return title;
  throw failure("invalid_input", tell("tab_belongs_another_spreadsheet_than"));
}

export function spreadsheetAddress(spreadsheetId: string): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
}
