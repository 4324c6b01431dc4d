import { entitle } from "#lib/automations/words/entitle.ts";
import { unnamed } from "#lib/automations/words/names.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import type { Message, Params } from "#lib/failures/message.ts";
import type { Inner } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { en } from "./en.ts";
import { format } from "./format.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { spanText } from "./span-text.ts";
import { inLocale } from "./texts/reader-locale.ts";
import { findMessage } from "./texts/translations.ts";

/** The sentence of one of Patchbay's own messages. A code that nobody knows any more is named as such. */
export function renderCore(
  message: Message,
  locale: Locale = defaultLocale,
  writeInner?: (inner: Inner) => string,
): string {
  // Whoever knows the automation has put titles in; what stands in the row is at least told in words.
  const { code, params } = entitle(message, unnamed({ locale, timeZone: "UTC" }));
  const pattern = findMessage(locale, code) ?? lookUp<string>(en, code);
  if (pattern === undefined) return format(findMessage(locale, "no_words") ?? en.no_words, { code }, locale);
  return format(pattern, withGroups(params, locale), locale, writeInner);
}

/** Catalogues choose by words, not by ranges of numbers or empty texts, and tell spans of time as `{span}`, event types by their titles. */
function withGroups(params: Params, locale: Locale): Params {
  const { statusCode, field, seconds, minutes, type } = params;
  const span = typeof minutes === "number" ? minutes * 60 : seconds;
  return {
    ...params,
    ...(typeof statusCode === "number" ? { status: statusGroup(statusCode) } : {}),
    ...(field === undefined ? {} : { isField: field === "" ? "no" : "yes" }),
    ...(typeof type === "string" ? { type: inLocale(locale, () => findEventType(type)?.title ?? type) } : {}),
    ...(typeof span === "number" ? { span: spanText(span, locale) } : {}),
  };
}

const statusGroups: Record<string, string> = {
  101: "upgrade",
  304: "not_modified",
  401: "credentials",
  403: "forbidden",
  404: "not_found",
  405: "method",
  406: "not_acceptable",
  408: "request_timeout",
  411: "body",
  413: "too_large",
  415: "body",
  431: "headers_too_large",
  503: "unavailable",
};

function statusGroup(statusCode: number): string {
  const known = lookUp(statusGroups, String(statusCode));
  if (known !== undefined) return known;
  if (statusCode < 200 || statusCode > 599) return "not_http";
  return statusCode >= 500 ? "error" : "other";
}
