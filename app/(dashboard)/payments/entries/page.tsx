import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import { newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { isCursorRefused } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, type SearchParams } from "#components/listing/search-params.ts";
import { accountWords } from "#components/payments/entries/account-words.ts";
import { JournalTable } from "#components/payments/entries/journal-table.tsx";
import { spanText } from "#components/payments/entries/span-text.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { AppError } from "#lib/errors.ts";
import { lookUp } from "#lib/look-up.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { renderError } from "#lib/words/render-error.ts";
import { refused } from "../../refused.ts";
import { readBehind } from "../read-behind.ts";

export const metadata: Metadata = { title: "Behind the number" };

export default async function EntriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const { query, trail } = readBehind(params);
  const page = await listLedger({ ctx, input: { ...query, cursor: trail.at(-1) } }).catch(refused);
  const hrefOf = (cursor: string | undefined) => hrefWith("/payments/entries", { ...query, cursor });
  const header = (
    <PageHeader
      back={{ href: "/payments", label: "Revenue" }}
      title={titleOf(query.account)}
      description={`${spanText({ from: query.from, to: query.to }, merchant.timeZone) ?? "All days"}: every movement that the number is the sum of.`}
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
            title="Nothing moved"
            description="There is no movement of this kind in these days, so the number is zero."
          />
        ) : (
          <JournalTable journals={page.data} zone={merchant.timeZone} />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : hrefOf(newerParam(trail))}
        olderHref={older === undefined ? null : hrefOf(older)}
      />
    </>
  );
}

/** "Platform fee", "Payments and refunds": the accounts whose entries are listed. */
function titleOf(accounts: string | undefined): string {
  const known = (accounts ?? "").split(",").flatMap((account) => lookUp(accountWords, account) ?? []);
  if (known.length === 0 || known.length > 4) return "All movements";
  return new Intl.ListFormat("en-GB").format(known);
}
