import { dateTimeFormat } from "#lib/intl.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
/** The day of a bank, such as "2 October 2026": providers give it as a midnight of UTC, so it is that day in every zone. */
export function dayText(at: string): string {
  return dateTimeFormat(readerIntlLocale(), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));
}
