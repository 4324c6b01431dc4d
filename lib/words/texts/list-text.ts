import { listFormat } from "#lib/intl.ts";
import { readerIntlLocale } from "./reader-locale.ts";

/** Several things as the reader's language lists them: "5 s, 5 min and 30 min". */
export function listText(
  items: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return listFormat(readerIntlLocale(), { type }).format(items);
}
