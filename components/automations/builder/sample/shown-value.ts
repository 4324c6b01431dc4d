import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { shownValue as inWords } from "#lib/automations/words/value-words.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";
import type { Locale } from "#lib/words/locale.ts";

/** A value of the sample as one short line, texts without quotes; a missing one is null. */
export function shownValue(value: Json | undefined, locale: Locale): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value.trim() === "" ? t("shown_value_empty") : value;
  if (Array.isArray(value)) return t("shown_value_count_plural_one_1", { count: value.length });
  return inWords(value, { shape: null, reader: { locale, timeZone: "UTC" }, currency: null });
}
