import type { FailedComparison } from "#lib/automations/conditions/condition-outcome.ts";
import type {
  Comparison,
  ComparisonName,
  Condition,
  ConditionSource,
} from "#lib/automations/conditions/condition-schema.ts";
import { findSource } from "#lib/automations/mapping/find-source.ts";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import type { Shape, ValueType } from "#lib/automations/shapes/shape.ts";
import { currencyCode } from "#lib/automations/transforms/decimal-amount.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { sourceTitle } from "./field-words.ts";
import type { Names } from "./names.ts";
import { shownValue } from "./value-words.ts";
import { withinSentence } from "./within-sentence.ts";

/** What a comparison is called for values of a type: "is at least", of days "is on or after". */
export function comparisonWord(name: ComparisonName, type: ValueType, locale: Locale): string {
  const isTime = type === "date" || type === "instant";
  const isOrdered = name === "greater" || name === "at_least" || name === "less" || name === "at_most";
  const code = isTime && isOrdered ? (`comparison_${name}_time` as const) : (`comparison_${name}` as const);
  return screenText(code, {}, locale);
}

/** A condition as lines: one comparison each, or a group of which all or any must be met. */
export type ConditionLine =
  | { kind: "compare"; text: string }
  | { kind: "all" | "any"; of: readonly ConditionLine[] };

/** A condition in words: "Total amount is at least €50.00". */
export function conditionLine(condition: Condition, names: Names): ConditionLine {
  if (condition.kind === "compare") return { kind: "compare", text: comparisonText(condition, names) };
  const within =
    condition.kind === "all" ? { ...names, currency: currencyIn(condition) ?? names.currency } : names;
  return { kind: condition.kind, of: condition.of.map((part) => conditionLine(part, within)) };
}

/** A condition in one line; groups within groups stand in brackets. */
export function conditionText(condition: Condition, names: Names): string {
  return lineText(conditionLine(condition, names), names.reader.locale);
}

function lineText(line: ConditionLine, locale: Locale, isWithin = false): string {
  if (line.kind === "compare") return line.text;
  const code = line.kind === "all" ? "compared_and" : "compared_or";
  const joined = line.of
    .map((part) => lineText(part, locale, true))
    .reduce((one, other) => screenText(code, { one, other: withinSentence(other, locale) }, locale));
  return isWithin && line.of.length > 1 ? `(${withinSentence(joined, locale)})` : joined;
}

/** One comparison in words. */
function comparisonText(compared: Comparison, names: Names): string {
  const { source, comparison } = compared;
  return comparedText({ source, comparison, expected: "value" in compared ? compared.value : null }, names);
}

/** @param compared.expected null = there is nothing to compare with */
export function comparedText(
  { source, comparison, expected }: Omit<FailedComparison, "actual">,
  names: Names,
): string {
  const { locale } = names.reader;
  const shape = shapeOfSource(source, names);
  const told = {
    field: sourceTitle(source, names),
    comparison: comparisonWord(comparison, shape?.type ?? "any", locale),
  };
  if (expected === null) return screenText("compared_alone", told, locale);
  return screenText(
    "compared_with",
    { ...told, value: comparedValue(toJson(expected), source, names) },
    locale,
  );
}

/** A value that is compared, as people read it beside its field. @returns null = nothing is there */
export function comparedValue(value: Json, source: ConditionSource, names: Names): string {
  const shape = shapeOfSource(source, names);
  const last = source.path.at(-1);
  return shownValue(value, {
    shape,
    reader: names.reader,
    currency: currencyBeside(source, names),
    name: typeof last === "string" && source.transforms.length === 0 ? last : undefined,
  });
}

/** The currency that stands beside an amount; of the event where none does. */
function currencyBeside(source: ConditionSource, { results, currency }: Names): string | null {
  if (source.kind !== "result") return currency;
  const beside = ownAt(lookUp(results, source.step), [...source.path.slice(0, -1), "currency"]);
  return currencyCode(beside) ?? currency;
}

function toJson(value: NonNullable<FailedComparison["expected"]>): Json {
  return Array.isArray(value) ? [...value] : value;
}

function shapeOfSource(source: ConditionSource, { event, steps }: Names): Shape | null {
  const results = Object.fromEntries([...steps].map(([key, { output }]) => [key, output]));
  const found = findSource(source, { event, results }, null);
  return "found" in found ? found.found.shape : null;
}

/** A group of which all must be met may say in which currency its amounts are. */
function currencyIn({ of }: Extract<Condition, { kind: "all" }>): string | undefined {
  const named = of.flatMap((part) =>
    part.kind === "compare" &&
    part.comparison === "equals" &&
    part.source.kind === "field" &&
    part.source.path.at(-1) === "currency"
      ? [currencyCode(part.value)]
      : [],
  );
  return named.find((code) => code !== undefined);
}
