import { z } from "zod";
import { emailText, shortText, trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";

export const emailForm = emailText("Give an e-mail address, such as marta@example.com.");

type FurtherField = { name: string; value: string };

/**
 * Fields that the form does not list, by HubSpot's internal names.
 * @param given.taken names that have a field of their own in the form
 */
export function furtherFields(given: { resource: string; taken: readonly string[]; example: string }) {
  const name = trimmedText(200)
    .regex(/^[a-z][a-z0-9_]{0,99}$/, "Choose a field, or give its internal name as HubSpot shows it.")
    .refine((chosen) => !given.taken.includes(chosen), "This field has a place of its own in the form.")
    .meta({ title: "Field", resource: given.resource } satisfies FieldMeta);
  const value = shortText(65_536, "HubSpot takes at most 65,536 characters.").meta({
    title: "Value",
  } satisfies FieldMeta);
  return z
    .array(z.strictObject({ name, value }))
    .max(50, "At most 50 further fields.")
    .refine((fields) => new Set(fields.map((field) => field.name)).size === fields.length, "Each field once.")
    .optional()
    .meta({
      title: "Further fields",
      description: `Other fields of your HubSpot, by their internal names: ${given.example}. An empty value clears a field.`,
      multiline: true,
    } satisfies FieldMeta);
}

/** Leaves out what is not given. */
export function toProperties(
  known: Readonly<Record<string, string | undefined>>,
  further: readonly FurtherField[] = [],
): Record<string, string> {
  const given = Object.entries(known).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries([...given, ...further.map(({ name, value }) => [name, value])]);
}
