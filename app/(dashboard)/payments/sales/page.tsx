import type { Metadata } from "next";
import type { SearchParams } from "#components/listing/search-params.ts";
import { SaleTable } from "#components/payments/entries/sale-table.tsx";
import { listSales } from "#lib/revenue/list-sales.ts";
import { BehindNumber } from "../behind-number.tsx";

export const metadata: Metadata = { title: "Behind the number" };

export default function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <BehindNumber
      searchParams={searchParams}
      path="/payments/sales"
      list={listSales}
      file="sales"
      titleOf={titleOf}
      what="payment"
      empty={{
        title: "No payments",
        description: "There is no such payment in these days, so the number is zero.",
      }}
      table={(sales, { zone, query: { by, value } }) => (
        <SaleTable sales={sales} zone={zone} hasQuantity={by === "product" && value !== undefined} />
      )}
    />
  );
}

function titleOf({ by, value, isUnknown }: Readonly<Record<string, string>>): string {
  if (isUnknown === "true")
    return by === "product" ? "Tips, and sales without order lines" : "Sales without a known place";
  if (value === undefined) return "Sales";
  return by === "table" ? `Sales at table ${value}` : `Sales: ${value}`;
}
