import { dateTimeFormat } from "#lib/intl.ts";

/** The calendar's day in a zone, as ISO 8601: 2026-10-25. @param timeZone one that Intl knows */
export function isoDateIn(moment: Date, timeZone: string): string {
  const { year, month, day } = partsIn(moment, timeZone);
  return `${year}-${month}-${day}`;
}

/** The local time in a zone with its offset, as RFC 3339: 2026-10-25T02:30:00+01:00. @param timeZone one that Intl knows */
export function isoDateTimeIn(moment: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second, offset } = partsIn(moment, timeZone);
  // Some zones once had offsets with seconds, which RFC 3339 cannot write.
  if (offset === null) return moment.toISOString().replace(/\.\d+Z$/, "Z");
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

type Parts = Record<"year" | "month" | "day" | "hour" | "minute" | "second", string> & {
  offset: string | null;
};

function partsIn(moment: Date, timeZone: string): Parts {
  const parts = new Map(
    getFormat(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  // East of Greenwich the year 9999 ends sooner, and ISO 8601 has no year after it.
  if (Number(parts.get("year")) > 9_999) return partsIn(moment, "UTC");
  const two = (type: Intl.DateTimeFormatPartTypes) => (parts.get(type) ?? "0").padStart(2, "0");
  return {
    year: (parts.get("year") ?? "0").padStart(4, "0"),
    month: two("month"),
    day: two("day"),
    hour: two("hour"),
    minute: two("minute"),
    second: two("second"),
    offset: readOffset(parts.get("timeZoneName") ?? ""),
  };
}

/** `GMT+05:30` → `+05:30`, `GMT` and `GMT+00:00` → `Z`. */
function readOffset(name: string): string | null {
  if (name === "GMT" || name === "GMT+00:00") return "Z";
  return /^GMT([+-]\d{2}:\d{2})$/.exec(name)?.[1] ?? null;
}

function getFormat(timeZone: string): Intl.DateTimeFormat {
  return dateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
}
