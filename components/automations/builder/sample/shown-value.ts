import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { shownValue as inWords } from "#lib/automations/words/value-words.ts";
import type { Locale } from "#lib/words/locale.ts";

/** A value of the sample as one short line, texts without quotes; a missing one is null. */
export function shownValue(value: Json | undefined, locale: Locale): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value.trim() === "" ? "(empty)" : value;
  if (Array.isArray(value)) return value.length === 1 ? "1 entry" : `${value.length} entries`;
  return inWords(value, { shape: null, reader: { locale, timeZone: "UTC" }, currency: null });
}
