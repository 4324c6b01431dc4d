import { listing as t } from "#lib/words/en/screens/listing.ts";

const HOUR_MS = 60 * 60 * 1_000;

const lengthsMs = {
  "1h": HOUR_MS,
  "24h": 24 * HOUR_MS,
  "7d": 7 * 24 * HOUR_MS,
  "30d": 30 * 24 * HOUR_MS,
} as const;

export type Period = keyof typeof lengthsMs;

export const periodOptions = () =>
  [
    { value: "1h", label: t("period_options_last_hour") },
    { value: "24h", label: t("period_options_last_24_hours") },
    { value: "7d", label: t("period_options_last_7_days") },
    { value: "30d", label: t("period_options_last_30_days") },
  ] as const satisfies readonly { value: Period; label: string }[];

/** The period an address asks for; undefined for none, and for one there is not. */
export function readPeriod(param: string | undefined): Period | undefined {
  return periodOptions().find((option) => option.value === param)?.value;
}

/** When a period that ends now began, ISO 8601. */
export function periodStart(period: Period, nowMs: number): string {
  return new Date(nowMs - lengthsMs[period]).toISOString();
}
