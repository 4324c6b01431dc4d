import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { shortText, trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

const apiName = "[A-Za-z][A-Za-z0-9_]{0,79}";

/** A text of one line, as Salesforce's short fields take it. */
export function oneLine(meta: FieldMeta, most: number) {
  return trimmedText(most, `Salesforce takes ${most} characters here at most. Shorten it.`)
    .regex(/^\P{Cc}*$/u, "Write it in one line.")
    .meta(meta);
}

/** The same where something must stand. */
export function requiredLine(meta: FieldMeta, most: number) {
  return oneLine(meta, most).min(1, `Fill in: ${meta.title}.`);
}

export function description(meta: FieldMeta) {
  return trimmedText(10_000, "Keep it below 10,000 characters.").meta({ ...meta, multiline: true });
}

export const objectName = trimmedText(200).regex(
  new RegExp(`^${apiName}$`),
  "Choose an object, or write its API name, such as Contact.",
);

export const fieldName = trimmedText(200).regex(
  new RegExp(`^${apiName}$`),
  "Choose a field, or write its API name, such as Phone.",
);

/** As the list of External ID fields has them, with their object in front, or the name of the field alone. */
export const externalIdField = trimmedText(200).regex(
  new RegExp(`^(?:${apiName}\\.)?${apiName}$`),
  "Choose a field, or write its API name, such as Customer_Number__c.",
);

/** A field that an org's administrator makes for the reference by which Patchbay knows its record again. */
export const keyField = externalIdField.optional().meta({
  title: "Field for Patchbay's reference",
  description:
    "If your administrator has made a unique External ID text field for it, choose it. Otherwise the reference stands at the end of the description.",
  resource: "external-id-fields",
} satisfies FieldMeta);

export const areDuplicatesAllowed = z
  .boolean()
  .default(false)
  .meta({
    title: "Save possible duplicates too",
    description: "Where your Salesforce warns of duplicates, save the record all the same.",
  } satisfies FieldMeta);

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_duplicaterules.htm */
export function duplicateHeaders(isAllowed: boolean): Record<string, string> {
  return isAllowed ? { "Sforce-Duplicate-Rule-Header": "allowSave=true" } : {};
}

const writtenValue = z.union([shortText(32_000), z.number(), z.boolean(), z.null()]);

/** Fields that have no place of their own in a form, by their API names. */
export function furtherFields(meta: FieldMeta, resource?: string) {
  const name = fieldName.meta({ title: "Field", ...(resource ? { resource } : {}) } satisfies FieldMeta);
  const value = writtenValue.meta({
    title: "Value",
    description: "Dates as 2026-12-31; an empty value clears the field.",
  } satisfies FieldMeta);
  return z
    .array(z.strictObject({ field: name, value }))
    .max(100, "Fill in 100 fields at most.")
    .meta(meta);
}

/**
 * @param taken fields that are written already
 * @throws {ProviderError} invalid_input for a field that stands twice
 */
export function toValues(
  fields: readonly { field: string; value: string | number | boolean | null }[],
  taken: readonly string[] = [],
): Record<string, string | number | boolean | null> {
  const seen = new Set(taken.map((name) => name.toLowerCase()));
  for (const { field } of fields) {
    if (seen.has(field.toLowerCase())) throw badInput(tell("field_filled_in_twice", { field }));
    seen.add(field.toLowerCase());
  }
  return Object.fromEntries(fields.map(({ field, value }) => [field, value === "" ? null : value]));
}

/**
 * The name of an External ID field without its object.
 * @throws {ProviderError} invalid_input where it is another object's
 */
export function toFieldName(object: string, choice: string): string {
  const [owner = "", name] = choice.split(".");
  if (name === undefined) return owner;
  if (owner.toLowerCase() === object.toLowerCase()) return name;
  throw badInput(tell("field_belongs_not", { name, owner, object }));
}

export function badInput(message: Message): ProviderError {
  return failure("invalid_input", message);
}
