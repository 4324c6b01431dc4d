import { and, type SQL, sql } from "drizzle-orm";
import { localTime, type Zone } from "./zone.ts";

/** Rows whose moment lies in an hour of the merchant's clock, on a day of the week. */
export function clockIs(
  column: SQL,
  { hour, weekday }: { hour?: number | undefined; weekday?: number | undefined },
  zone: Zone,
): SQL | undefined {
  return and(
    hour === undefined ? undefined : sql`extract(hour FROM ${localTime(column, zone)}) = ${hour}`,
    weekday === undefined ? undefined : sql`extract(isodow FROM ${localTime(column, zone)}) = ${weekday}`,
  );
}
