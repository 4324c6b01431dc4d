import { readTrail } from "#components/listing/cursor-trail.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";

/** What the address of a page behind a number says: the request of the report, without where in its list the page is. */
export function readBehind(params: SearchParams) {
  const query = Object.fromEntries(
    Object.keys(params).flatMap((name) => {
      const value = name === "cursor" ? undefined : readParam(params, name, 1_000);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { query, trail: readTrail(readParam(params, "cursor", 16_000)) };
}
