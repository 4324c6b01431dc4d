import { z } from "zod";
import { shortText } from "./text-schema.ts";

const earliest = Date.parse("1970-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * A moment as text, as RFC 3339 writes it: date, time, and the zone as `Z` or an offset. In UTC it lies in the years
 * 1970 to 9999, which Date and Postgres both keep. Of the decimals of a second, three count. Hour 24 and the leap
 * second `:60` are refused: Date reads neither of them as the moment that is meant.
 */
export const instant = shortText(40)
  .check(
    z.iso.datetime({
      offset: true,
      error: "must be a time with its zone, such as 2026-10-02T18:44:10Z",
      abort: true,
    }),
  )
  .refine((text) => {
    const time = Date.parse(text);
    return time >= earliest && time <= latest;
  }, "must lie in the years 1970 to 9999");
