import { timestamp } from "drizzle-orm/pg-core";

/** A moment, in milliseconds as JavaScript has them. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
}
