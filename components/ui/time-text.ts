import { dateTimeFormat } from "#lib/intl.ts";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a span took, to three figures at most: "<1 ms", "184 ms", "1.24 s", "2 min 5 s", "27 h 35 min". */
export function durationText(ms: number): string {
  if (ms < 1) return ms <= 0 ? t("unit_ms", { count: 0 }) : t("unit_under_1_ms");
  if (Math.round(ms) < SECOND_MS) return t("unit_ms", { count: Math.round(ms) });
  if (ms < 9_995) return t("unit_s", { count: trimZeros((ms / SECOND_MS).toFixed(2)) });
  if (ms < 59_950) return t("unit_s", { count: trimZeros((ms / SECOND_MS).toFixed(1)) });
  const seconds = Math.round(ms / SECOND_MS);
  if (seconds < 3_600)
    return pair(t("unit_min", { count: Math.floor(seconds / 60) }), seconds % 60, (count) =>
      t("unit_s", { count }),
    );
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 48 * 60)
    return pair(t("unit_h", { count: Math.floor(minutes / 60) }), minutes % 60, (count) =>
      t("unit_min", { count }),
    );
  const hours = Math.round(ms / HOUR_MS);
  return pair(t("unit_d", { count: Math.floor(hours / 24) }), hours % 24, (count) => t("unit_h", { count }));
}

/** Where a moment lies from now: "just now", "12 s ago", "in 5 min", "3 d ago"; a date beyond thirty days. */
export function relativeText(atMs: number, nowMs: number, zone: string): string {
  const awayMs = Math.abs(nowMs - atMs);
  if (awayMs < 5 * SECOND_MS) return t("relative_text_just_now");
  if (awayMs >= 30 * DAY_MS) return dateText(atMs, zone);
  const span = largestUnit(awayMs);
  return atMs > nowMs ? t("relative_text_span", { span }) : t("relative_text_span_ago", { span });
}

/** The moment in full, such as "Monday, 23 November 2026 at 16:05:12 GMT". `zone` is an IANA name. */
export function exactText(atMs: number, zone: string): string {
  return dateTimeFormat(readerIntlLocale(), {
    dateStyle: "full",
    timeStyle: "long",
    timeZone: zone,
  }).format(atMs);
}

/** The moment as a deadline, such as "10 December 2026 at 14:05". `zone` is an IANA name. */
export function deadlineText(atMs: number, zone: string): string {
  return dateTimeFormat(readerIntlLocale(), {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: zone,
  }).format(atMs);
}

function dateText(atMs: number, zone: string): string {
  return dateTimeFormat(readerIntlLocale(), { dateStyle: "medium", timeZone: zone }).format(atMs);
}

function largestUnit(ms: number): string {
  if (ms < MINUTE_MS) return t("unit_s", { count: Math.floor(ms / SECOND_MS) });
  if (ms < HOUR_MS) return t("unit_min", { count: Math.floor(ms / MINUTE_MS) });
  if (ms < DAY_MS) return t("unit_h", { count: Math.floor(ms / HOUR_MS) });
  return t("unit_d", { count: Math.floor(ms / DAY_MS) });
}

function pair(large: string, small: number, inUnit: (count: number) => string): string {
  return small === 0 ? large : `${large} ${inUnit(small)}`;
}

function trimZeros(figures: string): string {
  return figures.replace(/\.?0+$/, "");
}
