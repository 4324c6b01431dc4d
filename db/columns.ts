import { customType, timestamp } from "drizzle-orm/pg-core";

/** A moment, in milliseconds as JavaScript has them. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
}

/** A moment in microseconds, as Postgres writes it: it names the partition of a row, so nothing of it may be lost. */
export function exactInstant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "string", precision: 6 });
}

/** A yes or no for each row of a list, as many as there are. */
export const bits = customType<{ data: string }>({ dataType: () => "bit varying" });
