import type { Period } from "#components/charts/chart-data.ts";
import { valueText } from "#components/charts/value-text.ts";
import type { Tone } from "#components/ui/tone.ts";
import { dateTimeFormat } from "#lib/intl.ts";
import {
  type RevenueMonth,
  type RevenueScope,
  type Standing,
  standingRule,
} from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import { intlLocale, type Locale } from "#lib/words/locale.ts";

/** An amount of the scope's currency. */
export function amountText(
  minor: number,
  { currency }: Pick<RevenueScope, "currency">,
  locale: Locale,
): string {
  return valueText(minor, { kind: "money", currency }, locale);
}

/** "3.25%"; a dash where there is nothing to have a share of. */
export function shareText(basisPoints: number | null, locale: Locale): string {
  return basisPoints === null ? "–" : valueText(basisPoints, { kind: "share" }, locale);
}

/** "October 2026", "Oct". */
export function monthText(month: string, locale: Locale, width: "long" | "short"): string {
  const options: Intl.DateTimeFormatOptions =
    width === "long" ? { month: "long", year: "numeric" } : { month: "short" };
  return dateTimeFormat(intlLocale(locale), { ...options, timeZone: "UTC" }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

/** "27 Nov 2026", of a day or a moment by UTC. */
export function dayText(at: string, locale: Locale): string {
  return dateTimeFormat(intlLocale(locale), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));
}

/** "27 Nov 2026, 14:05", by UTC; of a midnight the day alone. */
export function momentText(at: string, locale: Locale): string {
  if (at.slice(11, 16) === "00:00") return dayText(at, locale);
  const look = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return dateTimeFormat(intlLocale(locale), look).format(new Date(at));
}

/** Months as the periods of a chart. */
export function monthPeriods(months: readonly RevenueMonth[], locale: Locale): Period[] {
  return months.map(({ month, isPart }) => ({
    key: month,
    label: monthText(month, locale, "long"),
    shortLabel: monthText(month, locale, "short"),
    isPart,
  }));
}

export const standingWords = () =>
  ({
    active: { title: t("standing_words_title"), tone: "success" },
    at_risk: { title: t("standing_words_risk"), tone: "warning" },
    stopped: { title: t("standing_words_stopped"), tone: "neutral" },
  }) as const satisfies Record<Standing, { title: string; tone: Tone }>;

/** When a merchant counts as what, as the program decides it. */
export const standingSentences = (): Readonly<Record<Standing, string>> => ({
  active: t("standing_sentences_took_payment_this_week", { activeWeeks: standingRule.activeWeeks }),
  at_risk: t("standing_sentences_took_payment_that_time", {
    comparedWeeks: standingRule.comparedWeeks,
    value: standingRule.fallenToBasisPoints / 100,
    value2: standingRule.disputedBasisPoints / 100,
  }),
  stopped: t("standing_sentences_sold_before_took_no"),
});

export const weeksSentence = () => t("weeks_sentence_weeks_begin_monday_utc");

/** "+€12.50", "-€3.00", "€0.00": the sign says in whose favour it is. */
export function differenceText(minor: number, scope: Pick<RevenueScope, "currency">, locale: Locale): string {
  return `${minor > 0 ? "+" : ""}${amountText(minor === 0 ? 0 : minor, scope, locale)}`;
}
