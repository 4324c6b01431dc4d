import type { ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { toLabel } from "#lib/to-label.ts";
import { defaultLocale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import type { Names } from "./names.ts";
import { withinSentence } from "./within-sentence.ts";

/**
 * A path as a person reads it: `["data", "customer", "email"]` of an event is "Customer email", `["lines", 0, "name"]`
 * is "Lines 1 name", and of each line, `["lines", "each", "name"]`, "Lines name".
 * @param shape of what the path leads into; null = not known
 */
export function titleOfPath(shape: Shape | null, path: Path): string {
  const isOfData = path[0] === "data" && path.length > 1;
  const followed = path.map((part) => (part === "each" ? 0 : part));
  const titles = path.flatMap((part, at) => {
    if (part === "each") return [];
    if (typeof part === "number") return `${part + 1}`;
    const found = shape && followPath(shape, followed.slice(0, at + 1));
    return found?.shape.title ?? formatName(part, found?.shape ?? null);
  });
  return (
    titles
      .slice(isOfData ? 1 : 0)
      // Titles of schemas are English.
      .map((title, at) => (at === 0 ? title : withinSentence(title, defaultLocale)))
      .join(" ")
  );
}

/** A yes or no is told by what it is about: `hasMarketingConsent` is "Marketing consent". */
function formatName(part: string, shape: Shape | null): string {
  const isFlag = shape?.type === "boolean" && /^(?:is|has)[A-Z]/.test(part);
  return toLabel(isFlag ? part.replace(/^(?:is|has)/, "") : part);
}

/**
 * What a value is taken from: "Customer email", "Order id of “Create an order”", "Number of lines".
 * @param line the shape of one order line, within a list of them
 */
export function sourceTitle(
  { transforms, ...place }: Source | ConditionSource,
  names: Names,
  line: Shape | null = null,
): string {
  const { locale } = names.reader;
  const field = placeTitle(place, names, line);
  const [first] = transforms;
  if (first?.transform === "count")
    return screenText("field_count", { field: withinSentence(field, locale) }, locale);
  if (first?.transform === "sum") {
    const list = place.kind === "field" ? followPath(names.event, place.path)?.shape : undefined;
    const part = withinSentence(titleOfPath(list?.item ?? null, first.path), locale);
    return screenText("field_sum", { part, field: withinSentence(field, locale) }, locale);
  }
  return field;
}

type Place =
  | { kind: "field"; path: Path }
  | { kind: "line"; path: Path }
  | { kind: "result"; path: Path; step: string };

/** The same without what is done to the value. */
function placeTitle(place: Place, names: Names, line: Shape | null = null): string {
  const { locale } = names.reader;
  if (place.kind === "field") return titleOfPath(names.event, place.path);
  if (place.kind === "line") {
    return screenText("field_of_line", { field: titleOfPath(line, place.path) }, locale);
  }
  const step = names.steps.get(place.step);
  const field = titleOfPath(step?.output ?? null, place.path);
  return screenText("field_of_step", { field, step: step?.title ?? toLabel(place.step) }, locale);
}
