import { readParam, type SearchParams } from "#components/listing/search-params.ts";

/** The number of a page in an address; the first where it is none. */
export function readPage(params: SearchParams): number {
  const page = Number(readParam(params, "page") ?? "1");
  return Number.isInteger(page) && page >= 1 && page <= 4_000 ? page : 1;
}
