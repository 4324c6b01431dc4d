import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { instant } from "#lib/instant-schema.ts";
import { dateTimeFormat } from "#lib/intl.ts";
import { type Behaviour, made, missing, wrongType } from "./behaviour.ts";
import { intlLocale, zoneOr } from "./locality.ts";
import { isoDateIn, isoDateTimeIn } from "./zoned-time.ts";

/** A moment as its day or time in a zone. */
export const date: Behaviour<"date"> = {
  takes: ["instant", "text"],
  gives: (source, { form }) => {
    const shape =
      form === "iso_date"
        ? shapeOfType("date", { minLength: 10, maxLength: 10 })
        : form === "iso_date_time"
          ? shapeOfType("instant", { minLength: 20, maxLength: 40 })
          : shapeOfType("text", { minLength: 1, maxLength: 200 });
    // A free text may be empty, which is no moment.
    return { shape, mayBeMissing: source.type !== "instant" };
  },
  apply: (value, { form, zone }, { timeZone, locale }) => {
    if (typeof value !== "string") return wrongType("instant");
    if (value.trim() === "") return missing;
    const moment = readMoment(value);
    if (moment === null) return { kind: "problem", code: "mapping_not_a_moment" };
    const within = zoneOr(zone ?? timeZone);
    if (form === "iso_date") return made(isoDateIn(moment, within));
    if (form === "iso_date_time") return made(isoDateTimeIn(moment, within));
    return made(getFormat(intlLocale(locale), within, form).format(moment));
  },
};

/** A moment as RFC 3339 writes it; null for anything else. */
export function readMoment(text: string): Date | null {
  return instant.safeParse(text).success ? new Date(text) : null;
}

const options = {
  date: { dateStyle: "long" },
  time: { timeStyle: "short" },
  date_time: { dateStyle: "medium", timeStyle: "short" },
  weekday: { weekday: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function getFormat(locale: string, timeZone: string, form: keyof typeof options): Intl.DateTimeFormat {
  return dateTimeFormat(locale, { ...options[form], timeZone });
}
