import type { plans } from "#lib/fees/plans.ts";
import { moneyText } from "#lib/money/money-text.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import { readerLocale } from "#lib/words/texts/reader-locale.ts";
import { shareText } from "./revenue-words.ts";

type Plan = (typeof plans)[number];

/** "Subscription and fee: $19.00 a month and 2%", of a plan as it is. */
export function planTitle({ id, monthly, basisPoints }: Plan): string {
  const locale = readerLocale();
  return t("plan_title", {
    plan: id,
    monthly: moneyText(monthly, locale),
    share: shareText(basisPoints, locale),
  });
}
