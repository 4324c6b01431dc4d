import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { RevenueMonth, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
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
  const last = (text: string) => `${text} in ${monthText(before.month, locale, "long")}`;
  const kept = ({ feesEarned, feesReturned }: RevenueMonth) => feesEarned - feesReturned;
  return (
    <section aria-labelledby="this-month" className="grid gap-3">
      <h2 id="this-month" className="font-semibold text-lg">
        {monthText(now.month, locale, "long")} so far
      </h2>
      <StatRow>
        <Stat label="Volume" value={amount(now.volume)} note={last(amount(before.volume))} />
        <Stat label="Fees kept" value={amount(kept(now))} note={last(amount(kept(before)))} />
        <Stat
          label="Take rate"
          value={shareText(now.takeRate, locale)}
          note={last(shareText(before.takeRate, locale))}
        />
        <Stat
          label="Payments"
          value={now.payments.toLocaleString("en-GB")}
          note={last(before.payments.toLocaleString("en-GB"))}
        />
      </StatRow>
    </section>
  );
}
