import { dateTimeFormat } from "#lib/intl.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

const dayMs = 24 * 60 * 60 * 1_000;

export const reportPeriods = () =>
  [
    { value: "7d", label: t("report_periods_7_days") },
    { value: "30d", label: t("report_periods_30_days") },
    { value: "90d", label: t("report_periods_90_days") },
    { value: "month", label: t("report_periods_this_month") },
    { value: "last-month", label: t("report_periods_last_month") },
  ] as const;
export type ReportPeriod = ReturnType<typeof reportPeriods>[number]["value"];

/** Days of the merchant's calendar such as 2026-10-02, both included; without `to` the period lasts until now. */
export interface ReportDays {
  from: string;
  to?: string;
}

/** The days that a period means. @param zone IANA name of the merchant's time zone */
export function getPeriodDays(period: ReportPeriod, zone: string, now: Date): ReportDays {
  const today = dayIn(zone, now);
  switch (period) {
    case "7d":
      return { from: daysBefore(today, 6) };
    case "30d":
      return { from: daysBefore(today, 29) };
    case "90d":
      return { from: daysBefore(today, 89) };
    case "month":
      return { from: firstOfMonth(today) };
    case "last-month": {
      const to = daysBefore(firstOfMonth(today), 1);
      return { from: firstOfMonth(to), to };
    }
  }
}

/** The day of the calendar at a moment in a time zone. */
export function dayIn(zone: string, at: Date): string {
  const parts = dateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** How many days a period has, both ends included. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;
}

/** "2 Oct 2026", or "2 – 9 Oct 2026". */
export function daysText(from: string, to: string): string {
  const format = dateTimeFormat(readerIntlLocale(), { dateStyle: "medium", timeZone: "UTC" });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}
