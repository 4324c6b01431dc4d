import { type CursorTrail, readTrail } from "#components/listing/cursor-trail.ts";
import { type Period, periodStart, readPeriod } from "#components/listing/period.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";

/** Value of `own` in the address. */
export const ownShown = "shown";

/** What the address of the event list asks for. */
export interface EventFilters {
  search: string | undefined;
  type: string | undefined;
  period: Period | undefined;
  /** Patchbay's own events are listed too. */
  hasOwn: boolean;
  trail: CursorTrail;
}

/** Reads the filters; a value that there is not filters nothing. */
export function readEventFilters(params: SearchParams): EventFilters {
  return {
    search: readParam(params, "q"),
    type: readParam(params, "type", 100),
    period: readPeriod(readParam(params, "period")),
    hasOwn: readParam(params, "own") === ownShown,
    trail: readTrail(readParam(params, "cursor", 50_000)),
  };
}

/** The address' query for these filters, on the page that `cursor` stands for. */
export function eventParams({ search, type, period, hasOwn }: EventFilters, cursor: string | undefined) {
  return { q: search, type, period, own: hasOwn ? ownShown : undefined, cursor };
}

/** The same filters as the input of listEvents and the query of `GET /api/events`. */
export function eventQuery({ search, type, period, hasOwn, trail }: EventFilters, nowMs: number) {
  return {
    search,
    type,
    from: period && periodStart(period, nowMs),
    includeOwn: hasOwn ? "true" : undefined,
    cursor: trail.at(-1),
  };
}

export function isFiltered({ search, type, period, hasOwn }: EventFilters): boolean {
  return hasOwn || [search, type, period].some((value) => value !== undefined);
}
