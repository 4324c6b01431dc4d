import { Receipt } from "lucide-react";
import type { ReactNode } from "react";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { isCursorRefused } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { spanText } from "#components/payments/entries/span-text.ts";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { Ctx } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { AppError } from "#lib/errors.ts";
import type { Page } from "#lib/listing/page.ts";
import { runVerb, type VerbOf } from "#lib/transport/run-verb.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { renderError } from "#lib/words/render-error.ts";
import { refused } from "../refused.ts";
import { buildCsvHref } from "./csv-href.ts";

type Query = Readonly<Record<string, string>>;

interface BehindNumberProps<Row> {
  searchParams: Promise<SearchParams>;
  path: string;
  list: VerbOf<{ ctx: Ctx }, Page<Row>>;
  file: "ledger" | "sales";
  getTitle: (query: Query) => string;
  /** What the number is the sum of, over the days that it is of. */
  description: (days: string) => string;
  csvLabel: string;
  empty: { title: string; description: string };
  table: (rows: readonly Row[], shown: { zone: string; query: Query }) => ReactNode;
}

/** Exactly what a number of a report is the sum of, asked for by the address that the report gives. */
export async function BehindNumber<Row>(props: BehindNumberProps<Row>) {
  const { path, list, file, getTitle, description, csvLabel, empty, table } = props;
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), props.searchParams]);
  const query = readQuery(params);
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const page = await runVerb(list, { ctx, input: { ...query, cursor: trail.at(-1) } }).catch(refused);
  const buildHref = (cursor: string | undefined) => hrefWith(path, { ...query, cursor });
  const days = spanText({ from: query.from, to: query.to }, merchant.timeZone) ?? t("behind_number_all_days");
  const isRefused = page instanceof AppError;
  const isShown = !isRefused && page.data.length > 0;
  const header = (
    <PageHeader
      back={{ href: "/payments", label: t("behind_number_revenue") }}
      title={getTitle(query)}
      description={isRefused ? undefined : description(days)}
      actions={isShown && <CsvLink href={buildCsvHref(file, query)} label={csvLabel} variant="secondary" />}
    />
  );
  if (isRefused) {
    // A cursor is no field that anybody filled in.
    const { message, fieldErrors } = isCursorRefused(page)
      ? { message: t("behind_number_link_incomplete"), fieldErrors: [] }
      : renderError(page, ctx.locale);
    return (
      <>
        {header}
        <Notice tone="warning" title={t("behind_number_title")}>
          <p>{message}</p>
          {fieldErrors.map((field) => (
            <p key={`${field.path} ${field.message}`}>{t("behind_number_field", field)}</p>
          ))}
        </Notice>
      </>
    );
  }
  const older = olderParam(trail, page.nextCursor);
  return (
    <>
      {header}
      <Card isFlush>
        {isShown ? (
          table(page.data, { zone: merchant.timeZone, query })
        ) : (
          <EmptyState icon={<Receipt aria-hidden />} {...empty} />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : buildHref(newerParam(trail))}
        olderHref={older === undefined ? null : buildHref(older)}
      />
    </>
  );
}

/** What the address says: the request of the report, without where in its list the page is. */
function readQuery(params: SearchParams): Query {
  return Object.fromEntries(
    Object.keys(params).flatMap((name) => {
      const value = name === "cursor" ? undefined : readParam(params, name, 1_000);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
