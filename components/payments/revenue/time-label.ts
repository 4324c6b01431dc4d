import { dateTimeFormat } from "#lib/intl.ts";
import type { TimeUnit } from "#lib/revenue/schema.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

const utc = { timeZone: "UTC" } as const;

/** What a row of a report is called, in full and below an axis. Its key is of the merchant's calendar already. */
export function timeLabel(unit: TimeUnit, key: string): { label: string; shortLabel: string } {
  const [year = 1970, month = 1, day = 1, hour = 0] = (key.match(/\d+/g) ?? []).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour));
  const write = (options: Intl.DateTimeFormatOptions) =>
    dateTimeFormat(readerIntlLocale(), { ...utc, ...options }).format(at);
  const shortDay = write({ day: "numeric", month: "short" });
  switch (unit) {
    case "month":
      return { label: write({ month: "long", year: "numeric" }), shortLabel: write({ month: "short" }) };
    case "week":
      return {
        label: t("time_label_week_write", { write: write({ dateStyle: "medium" }) }),
        shortLabel: shortDay,
      };
    case "day":
      return {
        label: write({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
        shortLabel: shortDay,
      };
    case "hour": {
      const time = `${String(hour).padStart(2, "0")}:00`;
      return { label: `${shortDay}, ${time}`, shortLabel: time };
    }
  }
}

/** The unit in which so many days are read at a glance. */
export function usualUnit(days: number): TimeUnit {
  if (days <= 2) return "hour";
  if (days <= 62) return "day";
  return days <= 200 ? "week" : "month";
}
