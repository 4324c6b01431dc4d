import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { isList } from "#lib/automations/transforms/behaviour.ts";
import { readMoment } from "#lib/automations/transforms/date-transform.ts";
import { zoneOr } from "#lib/automations/transforms/locality.ts";
import { isoDateIn } from "#lib/automations/transforms/zoned-time.ts";
import type { Comparison, Scalar } from "./condition-schema.ts";

/** Whether a value meets a comparison. @param actual null = nothing is there @param timeZone of the merchant, for days */
export function isMetBy(compared: Comparison, actual: Json, timeZone: string): boolean {
  switch (compared.comparison) {
    case "equals":
      return isEqual(actual, compared.value, timeZone);
    case "not_equals":
      return !isEqual(actual, compared.value, timeZone);
    case "greater":
      return isOrdered(actual, compared.value, timeZone, (order) => order > 0);
    case "at_least":
      return isOrdered(actual, compared.value, timeZone, (order) => order >= 0);
    case "less":
      return isOrdered(actual, compared.value, timeZone, (order) => order < 0);
    case "at_most":
      return isOrdered(actual, compared.value, timeZone, (order) => order <= 0);
    case "contains":
      return contains(actual, compared.value);
    case "starts_with":
      return typeof actual === "string" && folded(actual).startsWith(folded(compared.value));
    case "is_one_of":
      return compared.value.some((value) => isEqual(actual, value, timeZone));
    case "is_true":
      return actual === true;
    case "is_false":
      return actual === false;
    case "is_present":
      return !isBlank(actual);
    case "is_missing":
      return isBlank(actual);
  }
}

/** Nothing, a text of spaces, a list without items. */
function isBlank(value: Json): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || (isList(value) && value.length === 0);
}

function isEqual(actual: Json, expected: Scalar, timeZone: string): boolean {
  return actual === expected || compareTimes(actual, expected, timeZone) === 0;
}

function isOrdered(
  actual: Json,
  expected: number | string,
  timeZone: string,
  isRight: (order: number) => boolean,
): boolean {
  if (typeof actual === "number" && typeof expected === "number") return isRight(actual - expected);
  const order = compareTimes(actual, expected, timeZone);
  return order !== null && isRight(order);
}

/**
 * Moments by time. Where one of the two is a day, the days are compared, a moment's being that in the merchant's zone.
 * @returns null where one of them is neither
 */
function compareTimes(actual: Json, expected: Scalar, timeZone: string): number | null {
  if (typeof actual !== "string" || typeof expected !== "string") return null;
  const [one, other] = [readTime(actual), readTime(expected)];
  if (one === null || other === null) return null;
  if (one.moment && other.moment) return one.moment.getTime() - other.moment.getTime();
  return compareTexts(toDay(one, timeZone), toDay(other, timeZone));
}

type Time = { day: string; moment: null } | { day: null; moment: Date };

function readTime(text: string): Time | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: text, moment: null };
  const moment = readMoment(text);
  return moment && { day: null, moment };
}

function toDay(time: Time, timeZone: string): string {
  return time.day ?? isoDateIn(time.moment, zoneOr(timeZone));
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function contains(actual: Json, wanted: Scalar): boolean {
  if (isList(actual)) return actual.some((item) => item === wanted);
  return typeof actual === "string" && typeof wanted === "string" && folded(actual).includes(folded(wanted));
}

/** In whichever case, and however its accents are coded. */
function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
