import IntlMessageFormat from "intl-messageformat";
import type { Param, Params } from "#lib/failures/message.ts";
import { type Inner, readMarked } from "#lib/failures/values.ts";
import { dateTimeFormat, listFormat, numberFormat } from "#lib/intl.ts";
import { intlLocale, type Locale } from "./locale.ts";

const parsed = new Map<string, IntlMessageFormat>();

/**
 * A message of a catalogue with its parameters filled in. Tags are plain text.
 * @param pattern ICU MessageFormat; a line break with what is around it counts as one space
 * @param writeInner writes a message, or a permission's title, that is itself a parameter
 * @throws {Error} for a parameter that the pattern needs and that is not there
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function format(
  pattern: string,
  params: Params,
  locale: Locale,
  writeInner: WriteInner = getName,
): string {
  const key = `${locale} ${pattern}`;
  const message = parsed.get(key) ?? parse(pattern, locale);
  parsed.set(key, message);
  const written = Object.entries(params).map(
    ([name, value]) => [name, write(value, locale, writeInner)] as const,
  );
  return String(message.format(Object.fromEntries(written)));
}

type WriteInner = (inner: Inner) => string;

/** Where no catalogue is at hand: for the log. */
function getName(inner: Inner): string {
  return inner.kind === "said" ? inner.message.code : inner.scope;
}

function parse(pattern: string, locale: Locale): IntlMessageFormat {
  const oneLine = pattern.replace(/\s*\n\s*/g, " ");
  const message = new IntlMessageFormat(oneLine, locale, undefined, { ignoreTag: true });
  ownOptionsOnly(message.getAst());
  return message;
}

/** A parameter may be called `constructor`, which must not be found among what every object inherits. */
function ownOptionsOnly(elements: ReturnType<IntlMessageFormat["getAst"]>): void {
  for (const element of elements) {
    if (!("options" in element)) continue;
    Object.setPrototypeOf(element.options, null);
    for (const option of Object.values(element.options)) ownOptionsOnly(option.value);
  }
}

/** What looks otherwise in each language. */
function write(value: Param, locale: Locale, writeInner: WriteInner): Param {
  const marked = readMarked(value);
  switch (marked?.kind) {
    case undefined:
      return value;
    case "money":
      return writeMoney(marked.decimal, marked.currency, locale);
    case "day":
      return dateTimeFormat(intlLocale(locale), { dateStyle: "long", timeZone: "UTC" }).format(marked.day);
    case "list":
      return writeList(
        marked.items.map((item) => String(write(item, locale, writeInner))),
        marked.as,
        locale,
      );
    case "said":
    case "scope":
      return writeInner(marked);
  }
}

function writeMoney(decimal: string, currency: string, locale: Locale): string {
  const digits = decimal.split(".")[1]?.length ?? 0;
  return numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(decimal));
}

function writeList(items: readonly string[], as: "and" | "or" | "commas", locale: Locale): string {
  if (as === "commas") return items.join(", ");
  const type = as === "and" ? "conjunction" : "disjunction";
  return listFormat(intlLocale(locale), { type }).format(items);
}
