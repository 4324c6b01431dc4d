import type { SiteDocument } from "./documents.ts";

/** A time as the REST API writes it: by the shop's clock, and as GMT, neither with a zone. */
export function presentTime(name: string, iso: string | null, { utcOffsetMinutes }: SiteDocument) {
  const local = iso === null ? null : new Date(Date.parse(iso) + utcOffsetMinutes * 60_000);
  return {
    [name]: local?.toISOString().slice(0, 19) ?? null,
    [`${name}_gmt`]: iso === null ? null : new Date(iso).toISOString().slice(0, 19),
  };
}

/**
 * What a date parameter is compared with, in ms: without a zone it is taken as it stands; with one it is turned into
 * the shop's clock first, also where GMT columns are compared (WP_Date_Query::build_mysql_datetime).
 */
export function comparableTime(parameter: string, { utcOffsetMinutes }: SiteDocument): number {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(parameter);
  return hasZone ? Date.parse(parameter) + utcOffsetMinutes * 60_000 : Date.parse(`${parameter}Z`);
}

/** The same of a document's time. */
export function storedTime(iso: string, isGmt: boolean, { utcOffsetMinutes }: SiteDocument): number {
  const wholeSeconds = Math.floor(Date.parse(iso) / 1_000) * 1_000;
  return isGmt ? wholeSeconds : wholeSeconds + utcOffsetMinutes * 60_000;
}
