import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import { newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { isCursorRefused } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, type SearchParams } from "#components/listing/search-params.ts";
import { SaleTable } from "#components/payments/entries/sale-table.tsx";
import { spanText } from "#components/payments/entries/span-text.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { AppError } from "#lib/errors.ts";
import { listSales } from "#lib/revenue/list-sales.ts";
import { renderError } from "#lib/words/render-error.ts";
import { refused } from "../../refused.ts";
import { readBehind } from "../read-behind.ts";

export const metadata: Metadata = { title: "Behind the number" };

export default async function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const { query, trail } = readBehind(params);
  const page = await listSales({ ctx, input: { ...query, cursor: trail.at(-1) } }).catch(refused);
  const hrefOf = (cursor: string | undefined) => hrefWith("/payments/sales", { ...query, cursor });
  const header = (
    <PageHeader
      back={{ href: "/payments", label: "Revenue" }}
      title={titleOf(query)}
      description={`${spanText({ from: query.from, to: query.to }, merchant.timeZone) ?? "All days"}: every payment that the number is the sum of.`}
    />
  );
  if (page instanceof AppError) {
    return (
      <>
        {header}
        <Notice tone="warning" title="This cannot be shown">
          {isCursorRefused(page) ? "The link is incomplete." : renderError(page, ctx.locale).message}
        </Notice>
      </>
    );
  }
  const older = olderParam(trail, page.nextCursor);
  return (
    <>
      {header}
      <Card isFlush>
        {page.data.length === 0 ? (
          <EmptyState
            icon={<Receipt aria-hidden />}
            title="No payments"
            description="There is no such payment in these days, so the number is zero."
          />
        ) : (
          <SaleTable
            sales={page.data}
            zone={merchant.timeZone}
            hasQuantity={query.by === "product" && query.value !== undefined}
          />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : hrefOf(newerParam(trail))}
        olderHref={older === undefined ? null : hrefOf(older)}
      />
    </>
  );
}

function titleOf({ by, value, isUnknown }: Readonly<Record<string, string | undefined>>): string {
  if (isUnknown === "true")
    return by === "product" ? "Tips, and sales without order lines" : "Sales without a known place";
  if (value === undefined) return "Sales";
  return by === "table" ? `Sales at table ${value}` : `Sales: ${value}`;
}
