import { dateTimeFormat } from "#lib/intl.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { dayIn } from "../report-period.ts";

/** A moment by the merchant's clock: "14:32", of another day "26 Nov, 14:32". */
export function agreedText(at: string, zone: string, now: Date): string {
  const moment = new Date(at);
  const isToday = dayIn(zone, moment) === dayIn(zone, now);
  return dateTimeFormat(readerIntlLocale(), {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    ...(isToday ? {} : { day: "numeric", month: "short" }),
  }).format(moment);
}

/** "Europe/Berlin time (GMT+1)": of which clock days and hours are. */
export function zoneText(zone: string, at: Date): string {
  const parts = dateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" });
  const offset = parts.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return `${zone.replaceAll("_", " ")}${offset === "" || offset === zone ? "" : ` (${offset})`}`;
}
