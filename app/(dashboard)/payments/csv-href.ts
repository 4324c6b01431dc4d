import { hrefWith } from "#components/listing/search-params.ts";

/** The file with a report's numbers, or all rows of a list, that are asked for in the same words as on a page. */
export function buildCsvHref(
  file: "revenue" | "sales" | "ledger" | "charges" | "payouts" | "disputes",
  query: Readonly<Record<string, string | undefined>>,
): string {
  return hrefWith(`/api/payments/${file}.csv`, query);
}
