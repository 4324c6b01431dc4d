import { Ranking } from "#components/charts/ranking.tsx";
import type { Revenue, SoldRow, SoldUnit } from "#lib/revenue/schema.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText } from "../amount.tsx";
import { pageBehind } from "../behind.ts";

const words = () =>
  ({
    product: {
      title: t("words_title"),
      item: t("words_product"),
      unknown: t("words_tips_payments_without_order"),
    },
    code: { title: t("words_by_code"), item: t("words_code"), unknown: t("words_no_code_known") },
    table: { title: t("words_table"), item: t("words_table_2"), unknown: t("words_no_table_known") },
  }) as const satisfies Record<SoldUnit, { title: string; item: string; unknown: string }>;

interface SoldRankingProps {
  revenue: Revenue;
  by: SoldUnit;
  currency: string;
  csvHref: string;
  locale: Locale;
}

/** What was sold, or where it was ordered, by what it came to; each row leads to its payments. */
export function SoldRanking({ revenue, by, currency, csvHref, locale }: SoldRankingProps) {
  const { title, item } = words()[by];
  return (
    <Ranking
      title={title}
      description={t("sold_ranking_description")}
      csvHref={csvHref}
      emptyText={t("sold_ranking_there_was_no_payment")}
      titles={{ item, value: t("sold_ranking_sales") }}
      unit={{ kind: "money", currency }}
      locale={locale}
      items={revenue.sold.map((row) => {
        const href = pageBehind(row.behind.sales);
        return {
          key: `${row.kind} ${row.value ?? ""}`,
          title: getTitle(row, by),
          value: row.sales,
          note: formatNote(row, currency, locale),
          ...(href === null ? {} : { href }),
        };
      })}
    />
  );
}

function getTitle({ kind, value }: SoldRow, by: SoldUnit): string {
  if (kind === "rest") return t("title_of_all_others");
  if (kind === "unknown" || value === null) return words()[by].unknown;
  return by === "table" ? t("title_of_table_value", { value }) : value;
}

function formatNote({ orders, quantity, tips }: SoldRow, currency: string, locale: Locale): string {
  const parts = [
    ...(quantity > 0 ? [t("note_of_quantity_number_sold", { quantity })] : []),
    ...(orders !== null && orders > 0 ? [t("note_of_orders", { orders })] : []),
    ...(tips !== 0
      ? [t("note_of_amounttext_tips", { amountText: amountText({ minor: tips, currency }, locale) })]
      : []),
  ];
  return parts.join(", ");
}
