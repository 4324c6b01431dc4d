import type { Period } from "#components/charts/chart-data.ts";
import { valueText } from "#components/charts/value-text.ts";
import type { Tone } from "#components/ui/tone.ts";
import {
  type RevenueMonth,
  type RevenueScope,
  type Standing,
  standingRule,
} from "#lib/operator/revenue/revenue-schema.ts";
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
  return new Intl.DateTimeFormat(intlLocale(locale), { ...options, timeZone: "UTC" }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
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

export const standingWords = {
  active: { title: "Active", tone: "success" },
  at_risk: { title: "At risk", tone: "warning" },
  stopped: { title: "Stopped", tone: "neutral" },
} as const satisfies Record<Standing, { title: string; tone: Tone }>;

/** When a merchant counts as what, as the program decides it. */
export const standingSentences: Readonly<Record<Standing, string>> = {
  active: `Took a payment this week or in the ${standingRule.activeWeeks} weeks before it, and is not at risk.`,
  at_risk: `Took a payment in that time, but the volume of the last ${standingRule.comparedWeeks} full weeks fell to ${standingRule.fallenToBasisPoints / 100}% or less of the ${standingRule.comparedWeeks} weeks before them, or more than ${standingRule.disputedBasisPoints / 100}% of the payments were disputed.`,
  stopped: "Sold before, and took no payment in that time.",
};

export const weeksSentence = "Weeks begin on Monday, UTC.";

/** "+€12.50", "-€3.00", "€0.00": the sign says in whose favour it is. */
export function differenceText(minor: number, scope: Pick<RevenueScope, "currency">, locale: Locale): string {
  return `${minor > 0 ? "+" : ""}${amountText(minor === 0 ? 0 : minor, scope, locale)}`;
}
