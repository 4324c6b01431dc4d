import { followPath } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { shapeAfter } from "#lib/automations/transforms/shape-after.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { type ScreenCode, screenText } from "#lib/words/screen-text.ts";

/** How a change can be made, each way with what it is called. */
export function argumentChoices(locale: Locale) {
  const text = (code: ScreenCode) => screenText(code, {}, locale);
  return {
    take: {
      first: text("transform_take_first"),
      last: text("transform_take_last"),
      after_first: text("transform_take_after_first"),
      before_last: text("transform_take_before_last"),
      all: text("transform_take_all"),
    },
    case: {
      upper: text("transform_case_upper"),
      lower: text("transform_case_lower"),
      sentence: text("transform_case_sentence"),
      words: text("transform_case_words"),
    },
    money: {
      shown: text("transform_money_shown"),
      decimal: text("transform_money_decimal"),
      number: text("transform_money_number"),
    },
    date: {
      date_time: text("transform_date_date_time"),
      date: text("transform_date_date"),
      time: text("transform_date_time"),
      weekday: text("transform_date_weekday"),
      iso_date: text("transform_date_iso_date"),
      iso_date_time: text("transform_date_iso_date_time"),
    },
  };
}

const version = 1;

/** Each change as it is first put in. @param currency where the currency of an amount at this place is found */
function createTransforms(currency: CurrencySource, source: Shape): readonly Transform[] {
  return [
    {
      transform: "money",
      version,
      currency: source.type === "money" ? { from: "value" } : currency,
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
      entries: [{ from: getFirstValue(source), to: "" }],
      otherwise: { rule: "keep" },
    },
    { transform: "to_number", version, decimalMark: ".", as: "number" },
    { transform: "format_number", version, style: "local" },
    { transform: "join", version, separator: ", " },
    { transform: "first", version },
    { transform: "count", version },
    ...summable(source).map((path): Transform => ({ transform: "sum", version, path: [path] })),
    { transform: "default", version, value: "–" },
  ];
}

function getFirstValue({ values, type }: Shape): string | number | boolean {
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
export function nextTransforms(source: Shape, currency: CurrencySource): Transform[] {
  if (source.type === "any" && source.oneOf.length === 0) return [...createTransforms(currency, source)];
  const found = { shape: source, mayBeMissing: false };
  return createTransforms(currency, source).filter((transform) => "found" in shapeAfter(found, [transform]));
}
