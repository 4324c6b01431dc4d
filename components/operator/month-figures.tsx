import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { RevenueMonth, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { amountText, monthText, shareText } from "./revenue-words.ts";

interface MonthFiguresProps {
  months: readonly RevenueMonth[];
  scope: RevenueScope;
  locale: Locale;
}

/** This month so far, each number beside that of the whole month before. */
export function MonthFigures({ months, scope, locale }: MonthFiguresProps) {
  const [before, now] = months.slice(-2);
  if (!now || !before) return null;
  const amount = (minor: number) => amountText(minor, scope, locale);
  const last = (text: string) =>
    t("month_figures_last", { value: text, month: monthText(before.month, locale, "long") });
  const kept = ({ feesEarned, feesReturned }: RevenueMonth) => feesEarned - feesReturned;
  return (
    <section aria-labelledby="this-month" className="grid gap-3">
      <h2 id="this-month" className="font-semibold text-lg">
        {t("month_figures_monthtext_so_far", { monthText: monthText(now.month, locale, "long") })}
      </h2>
      <StatRow>
        <Stat
          label={t("month_figures_label")}
          value={amount(now.volume)}
          note={last(amount(before.volume))}
        />
        <Stat
          label={t("month_figures_fees_kept")}
          value={amount(kept(now))}
          note={last(amount(kept(before)))}
        />
        <Stat
          label={t("month_figures_take_rate")}
          value={shareText(now.takeRate, locale)}
          note={last(shareText(before.takeRate, locale))}
        />
        <Stat
          label={t("month_figures_payments")}
          value={now.payments.toLocaleString(readerIntlLocale())}
          note={last(before.payments.toLocaleString(readerIntlLocale()))}
        />
      </StatRow>
    </section>
  );
}
