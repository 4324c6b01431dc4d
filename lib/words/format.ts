import IntlMessageFormat from "intl-messageformat";
import type { Params } from "#lib/failures/message.ts";
import type { Locale } from "./locale.ts";

const parsed = new Map<string, IntlMessageFormat>();

/**
 * A message of a catalogue with its parameters filled in, as they are. Tags are plain text.
 * @param pattern ICU MessageFormat; a line break with what is around it counts as one space
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function format(pattern: string, params: Params, locale: Locale): string {
  const key = `${locale} ${pattern}`;
  const message = parsed.get(key) ?? parse(pattern, locale);
  parsed.set(key, message);
  return String(message.format(params));
}

function parse(pattern: string, locale: Locale): IntlMessageFormat {
  return new IntlMessageFormat(pattern.replace(/\s*\n\s*/g, " "), locale, undefined, { ignoreTag: true });
}
