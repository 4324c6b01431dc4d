import { type CursorTrail, readTrail } from "#components/listing/cursor-trail.ts";
import { type Period, periodStart, readPeriod } from "#components/listing/period.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";

/** What the address of the event list asks for. */
export interface EventFilters {
  search: string | undefined;
  type: string | undefined;
  period: Period | undefined;
  trail: CursorTrail;
}

/** Reads the filters; a value that there is not filters nothing. */
export function readEventFilters(params: SearchParams): EventFilters {
  return {
    search: readParam(params, "q"),
    type: readParam(params, "type", 100),
    period: readPeriod(readParam(params, "period")),
    trail: readTrail(readParam(params, "cursor", 50_000)),
  };
}

/** The address' query for these filters, on the page that `cursor` stands for. */
export function eventParams({ search, type, period }: EventFilters, cursor: string | undefined) {
  return { q: search, type, period, cursor };
}

/** The same filters as the input of listEvents and the query of `GET /api/events`. */
export function eventQuery({ search, type, period, trail }: EventFilters, nowMs: number) {
  return { search, type, from: period && periodStart(period, nowMs), cursor: trail.at(-1) };
}

export function isFiltered({ search, type, period }: EventFilters): boolean {
  return [search, type, period].some((value) => value !== undefined);
}
