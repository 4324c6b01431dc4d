import { hrefWith } from "#components/listing/search-params.ts";

/** The file with the numbers of a report. */
export function csvHrefOf(query: Readonly<Record<string, string | undefined>>): string {
  return hrefWith("/api/payments/revenue.csv", query);
}
