import {
  type Transform,
  type TransformId,
  transformArguments,
} from "#lib/automations/transforms/transform-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { titleOfPath } from "./field-words.ts";

/** What a change of a value is called: "Show as money". One that nobody knows keeps its name. */
export function transformTitle(name: string, locale: Locale): string {
  return isTransform(name) ? screenText(`transform_${name}`, {}, locale) : name;
}

function isTransform(name: string): name is TransformId {
  return Object.hasOwn(transformArguments, name);
}

/** One change in a few words, such as "Show as money: €12.50". */
export function transformText(transform: Transform, locale: Locale): string {
  const title = transformTitle(transform.transform, locale);
  const detail = describeDetail(transform, locale);
  return detail === null ? title : screenText("transform_with_detail", { title, detail }, locale);
}

function describeDetail(transform: Transform, locale: Locale): string | null {
  switch (transform.transform) {
    case "default":
      return String(transform.value);
    case "split":
      return screenText(`transform_take_${transform.take}`, {}, locale);
    case "case":
      return screenText(`transform_case_${transform.to}`, {}, locale);
    case "shorten":
      return screenText("transform_to_characters", { count: transform.maxLength }, locale);
    case "money":
      return screenText(`transform_money_${transform.as}`, {}, locale);
    case "date":
      return screenText(`transform_date_${transform.form}`, {}, locale);
    case "lookup": {
      const count = transform.entries.length;
      return screenText(count === 1 ? "transform_one_value" : "transform_values", { count }, locale);
    }
    case "sum":
      return titleOfPath(null, transform.path);
    case "lines_text":
      return screenText(
        transform.shows === "name" ? "transform_names" : "transform_names_counted",
        {},
        locale,
      );
    default:
      return null;
  }
}
