import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { readMoment } from "#lib/automations/transforms/date-transform.ts";
import { currencyCode, shownAmount } from "#lib/automations/transforms/decimal-amount.ts";
import { zoneOr } from "#lib/automations/transforms/locality.ts";
import { dateTimeFormat, numberFormat } from "#lib/intl.ts";
import { intlLocale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { spanText } from "#lib/words/span-text.ts";
import type { Reader } from "./names.ts";

const amounts: readonly (string | null)[] = [
  "amount",
  "paid_amount",
  "refunded_amount",
  "tax",
  "tip",
  "unit_price",
  "line_total",
];

/** Whether a whole number is an amount in minor units. */
export function isAmount({ type, meaning }: Shape): boolean {
  return type === "integer" && amounts.includes(meaning);
}

type About = { shape: Shape | null; reader: Reader; currency: string | null; name?: string | undefined };

/**
 * A value as people read it: an amount as "€50.00", a moment in the merchant's zone, yes or no, a text in quotes.
 * @param about.currency of the amounts, ISO 4217; null = not known, and an amount is "50.00"
 * @param about.name of the field, by which a number of seconds is known for a span
 */
export function shownValue(value: Json | undefined, about: About): string {
  const { shape, reader } = about;
  if (value === null || value === undefined) return screenText("value_nothing", {}, reader.locale);
  switch (typeof value) {
    case "boolean":
      return screenText(value ? "value_yes" : "value_no", {}, reader.locale);
    case "number":
      return shownNumber(value, about);
    case "string":
      return shownText(value, shape, reader);
  }
  if (Array.isArray(value)) {
    const item = { ...about, shape: shape?.item ?? shape };
    return value.map((one: Json) => shownValue(one, item)).join(", ");
  }
  return shownObject(new Map(Object.entries(value)), about);
}

function shownNumber(value: number, { shape, reader, currency, name = "" }: About): string {
  if (shape !== null && isAmount(shape) && Number.isSafeInteger(value)) return money(value, currency, reader);
  if (/seconds$/i.test(name) && value >= 0) return spanText(value, reader.locale);
  return numberFormat(intlLocale(reader.locale), { maximumFractionDigits: 10 }).format(value);
}

/** @param minor a safe integer */
function money(minor: number, currency: string | null, { locale }: Reader): string {
  if (currency !== null) return shownAmount(minor, currency, locale);
  const shown = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return numberFormat(intlLocale(locale), shown).format(minor / 100);
}

const aDay = /^\d{4}-\d{2}-\d{2}$/;

function shownText(text: string, shape: Shape | null, reader: Reader): string {
  const quoted = (shown: string) => screenText("value_text", { text: shown }, reader.locale);
  if (shape?.type === "instant" || shape?.type === "date") return shownTime(text, reader) ?? quoted(text);
  return quoted(shape?.values?.includes(text) ? text.replaceAll("_", " ") : text);
}

/** A day as it is; a moment in the reader's zone. Null = it is neither. */
function shownTime(text: string, { locale, timeZone }: Reader): string | null {
  const day = aDay.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const moment = day ?? readMoment(text);
  if (moment === null || Number.isNaN(moment.getTime())) return null;
  const form: Intl.DateTimeFormatOptions = day
    ? { dateStyle: "long", timeZone: "UTC" }
    : { dateStyle: "long", timeStyle: "short", timeZone: zoneOr(timeZone) };
  return dateTimeFormat(intlLocale(locale), form).format(moment);
}

function shownObject(members: ReadonlyMap<string, Json>, about: About): string {
  const amount = members.get("amount");
  const currency = currencyCode(members.get("currency"));
  if (typeof amount === "number" && Number.isSafeInteger(amount) && currency !== undefined) {
    return money(amount, currency, about.reader);
  }
  const all = [...members.values()].map((member) => shownValue(member, { ...about, shape: null }));
  return all.length === 0 ? screenText("value_nothing", {}, about.reader.locale) : all.join(", ");
}
