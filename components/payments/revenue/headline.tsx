import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { Stat } from "#components/ui/stat.tsx";
import type { Revenue } from "#lib/revenue/schema.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { amountText } from "../amount.tsx";
import { pageBehind } from "../behind.ts";
import { changeText } from "./change-text.ts";

interface HeadlineProps {
  revenue: Revenue;
  currency: string;
  locale: Locale;
}

/** The numbers that matter most, each with the period before, and each leading to what it is the sum of. */
export function Headline({ revenue: { totals, before, behind }, currency, locale }: HeadlineProps) {
  const money = (minor: number | null) => (minor === null ? "–" : amountText({ minor, currency }, locale));
  const stats: readonly { label: string; value: string; behind: string | undefined; change: string }[] = [
    {
      label: t("headline_net"),
      value: money(totals.net),
      behind: behind.net,
      change: changeText(totals.net, before.totals.net),
    },
    {
      label: t("headline_gross"),
      value: money(totals.gross),
      behind: behind.gross,
      change: changeText(totals.gross, before.totals.gross),
    },
    {
      label: t("headline_orders"),
      value: totals.orders.toLocaleString(readerIntlLocale()),
      behind: behind.sales,
      change: changeText(totals.orders, before.totals.orders),
    },
    {
      label: t("headline_average_order"),
      value: money(totals.averageOrder),
      behind: behind.sales,
      change: changeText(totals.averageOrder, before.totals.averageOrder),
    },
    {
      label: t("headline_net_average"),
      value: money(totals.netAverage),
      behind: behind.net,
      change: changeText(totals.netAverage, before.totals.netAverage),
    },
    {
      label: t("headline_tips"),
      value: money(totals.tips),
      behind: behind.sales,
      change: changeText(totals.tips, before.totals.tips),
    },
  ];
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line shadow-card sm:grid-cols-3">
      {stats.map(({ label, value, behind: request, change }) => (
        <Stat
          key={label}
          label={label}
          value={<Behind request={request}>{value}</Behind>}
          note={change === "" ? undefined : change}
        />
      ))}
    </div>
  );
}

/** A number that leads to what it is the sum of. */
export function Behind({ request, children }: { request: string | undefined; children: ReactNode }) {
  const page = pageBehind(request);
  if (page === null) return children;
  return (
    <Link
      href={page}
      className="rounded-tag decoration-line-strong underline-offset-4 hover:underline focus-visible:underline"
    >
      {children}
    </Link>
  );
}
