import { followPath } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { shapeAfter } from "#lib/automations/transforms/shape-after.ts";
import type { CurrencySource, Transform, TransformId } from "#lib/automations/transforms/transform-schema.ts";

/** What each change of a value is called. */
export const transformTitles: Readonly<Record<TransformId, string>> = {
  default: "Instead of an empty text",
  join: "Join the list",
  split: "Take a part",
  case: "Capital letters",
  trim: "Take spaces off",
  email_address: "Only if it is an e-mail address",
  shorten: "Shorten",
  to_number: "Read as a number",
  format_number: "Write the number",
  money: "Show as money",
  date: "Show the date",
  lookup: "Replace values",
  first: "First of the list",
  count: "Count the list",
  sum: "Add up the lines",
  lines_text: "Lines as text",
};

const choices = {
  take: {
    first: "the first",
    last: "the last",
    after_first: "all but the first",
    before_last: "all but the last",
    all: "all",
  },
  case: {
    upper: "CAPITALS",
    lower: "small letters",
    sentence: "Capital at the start",
    words: "Capital Words",
  },
  money: { shown: "€12.50", decimal: "12.50", number: "12.5 as a number" },
  date: {
    date_time: "day and time",
    date: "day",
    time: "time",
    weekday: "weekday",
    iso_date: "2026-06-03",
    iso_date_time: "2026-06-03T18:44:10+02:00",
  },
} as const;

export const argumentChoices = choices;

/** One change in a few words, such as "Show as money: €12.50". */
export function transformWords(transform: Transform): string {
  const title = transformTitles[transform.transform];
  const detail = detailOf(transform);
  return detail === null ? title : `${title}: ${detail}`;
}

function detailOf(transform: Transform): string | null {
  switch (transform.transform) {
    case "default":
      return String(transform.value);
    case "split":
      return choices.take[transform.take];
    case "case":
      return choices.case[transform.to];
    case "shorten":
      return `to ${transform.maxLength} characters`;
    case "money":
      return choices.money[transform.as];
    case "date":
      return choices.date[transform.form];
    case "lookup":
      return transform.entries.length === 1 ? "1 value" : `${transform.entries.length} values`;
    case "sum":
      return transform.path.join(" · ");
    case "lines_text":
      return transform.shows === "name" ? "names" : "2 × name";
    default:
      return null;
  }
}

const version = 1;

/** Each change as it is first put in. @param currency where the currency of an amount at this place is found */
function firstOf(currency: CurrencySource, given: Shape): readonly Transform[] {
  return [
    {
      transform: "money",
      version,
      currency: given.type === "money" ? { from: "value" } : currency,
      as: "shown",
    },
    { transform: "date", version, form: "date_time" },
    { transform: "lines_text", version, shows: "quantity_and_name", separator: "\n" },
    { transform: "split", version, separator: " ", take: "first" },
    { transform: "case", version, to: "upper" },
    { transform: "trim", version },
    { transform: "shorten", version, maxLength: 100 },
    { transform: "email_address", version },
    {
      transform: "lookup",
      version,
      entries: [{ from: firstValueOf(given), to: "" }],
      otherwise: { rule: "keep" },
    },
    { transform: "to_number", version, decimalMark: ".", as: "number" },
    { transform: "format_number", version, style: "local" },
    { transform: "join", version, separator: ", " },
    { transform: "first", version },
    { transform: "count", version },
    ...summable(given).map((path): Transform => ({ transform: "sum", version, path: [path] })),
    { transform: "default", version, value: "–" },
  ];
}

function firstValueOf({ values, type }: Shape): string | number | boolean {
  const [first] = values ?? [];
  if (typeof first === "string" || typeof first === "number" || typeof first === "boolean") return first;
  if (type === "boolean") return true;
  return type === "integer" || type === "number" ? 0 : "";
}

/** The whole numbers of a list's entries. */
function summable({ item }: Shape): string[] {
  if (item === null) return [];
  return Object.keys(item.fields).filter((name) => followPath(item, [name])?.shape.type === "integer");
}

/** The changes that a value of this shape can have next, each with arguments that fit. */
export function nextTransforms(given: Shape, currency: CurrencySource): Transform[] {
  if (given.type === "any" && given.oneOf.length === 0) return [...firstOf(currency, given)];
  const found = { shape: given, mayBeMissing: false };
  return firstOf(currency, given).filter((transform) => "found" in shapeAfter(found, [transform]));
}
