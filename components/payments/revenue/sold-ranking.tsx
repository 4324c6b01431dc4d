import { Ranking } from "#components/charts/ranking.tsx";
import type { Revenue, SoldRow, SoldUnit } from "#lib/revenue/schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { amountText } from "../amount.tsx";
import { pageBehind } from "../behind.ts";

const words = {
  product: { title: "By product", item: "Product", unknown: "Tips, and payments without order lines" },
  code: { title: "By QR code", item: "QR code", unknown: "No code known" },
  table: { title: "By table", item: "Table", unknown: "No table known" },
} as const satisfies Record<SoldUnit, { title: string; item: string; unknown: string }>;

interface SoldRankingProps {
  revenue: Revenue;
  by: SoldUnit;
  currency: string;
  csvHref: string;
  locale: Locale;
}

/** What was sold, or where it was ordered, by what it came to; each row leads to its payments. */
export function SoldRanking({ revenue, by, currency, csvHref, locale }: SoldRankingProps) {
  const { title, item } = words[by];
  return (
    <Ranking
      title={title}
      description="What guests paid, by what their orders say. It adds up to all that they paid."
      csvHref={csvHref}
      emptyText="There was no payment in this time."
      titles={{ item, value: "Sales" }}
      unit={{ kind: "money", currency }}
      locale={locale}
      items={revenue.sold.map((row) => {
        const href = pageBehind(row.behind.sales);
        return {
          key: `${row.kind} ${row.value ?? ""}`,
          title: titleOf(row, by),
          value: row.sales,
          note: noteOf(row, currency, locale),
          ...(href === null ? {} : { href }),
        };
      })}
    />
  );
}

function titleOf({ kind, value }: SoldRow, by: SoldUnit): string {
  if (kind === "rest") return "All others";
  if (kind === "unknown" || value === null) return words[by].unknown;
  return by === "table" ? `Table ${value}` : value;
}

function noteOf({ orders, quantity, tips }: SoldRow, currency: string, locale: Locale): string {
  const parts = [
    ...(quantity > 0 ? [`${quantity.toLocaleString("en-GB")} sold`] : []),
    ...(orders !== null && orders > 0
      ? [`${orders.toLocaleString("en-GB")} ${orders === 1 ? "order" : "orders"}`]
      : []),
    ...(tips !== 0 ? [`${amountText({ minor: tips, currency }, locale)} tips`] : []),
  ];
  return parts.join(", ");
}
