import type { SearchParams } from "#components/listing/search-params.ts";
import { SaleTable } from "#components/payments/entries/sale-table.tsx";
import { titled } from "#lib/auth/titled.ts";
import { listSales } from "#lib/revenue/list-sales.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { BehindNumber } from "../behind-number.tsx";

export const generateMetadata = titled(() => ({ title: t("sales_title") }));

export default function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <BehindNumber
      searchParams={searchParams}
      path="/payments/sales"
      list={listSales}
      file="sales"
      getTitle={getTitle}
      description={(days) => t("sales_page_sum", { days })}
      csvLabel={t("sales_page_csv")}
      empty={{
        title: t("sales_page_title"),
        description: t("sales_page_description"),
      }}
      table={(sales, { zone, query: { by, value } }) => (
        <SaleTable sales={sales} zone={zone} hasQuantity={by === "product" && value !== undefined} />
      )}
    />
  );
}

function getTitle({ by, value, isUnknown }: Readonly<Record<string, string>>): string {
  if (isUnknown === "true")
    return by === "product"
      ? t("title_of_tips_sales_without_order")
      : t("title_of_sales_without_known_place");
  if (value === undefined) return t("title_of_sales");
  return by === "table" ? t("title_of_sales_table_value", { value }) : t("title_of_sales_value", { value });
}
