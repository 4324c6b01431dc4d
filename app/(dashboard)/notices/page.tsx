import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { MarkReadButton } from "#components/notices/mark-read-button.tsx";
import { NoMailServer } from "#components/notices/no-mail-server.tsx";
import { NoNotices } from "#components/notices/no-notices.tsx";
import { noticeStatusOptions } from "#components/notices/notice-state.ts";
import { NoticeTable } from "#components/notices/notice-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { mailSettings } from "#lib/notices/open-mailer.ts";
import { countUnreadNotices } from "#lib/notices/unread-notices.ts";
import { noticesPages as t } from "#lib/words/en/screens/notices-pages.ts";

export const generateMetadata = titled(() => ({ title: t("notices_loading_title") }));

export default async function NoticesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant, user }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const search = readParam(params, "q");
  const status = noticeStatusOptions().find(({ value }) => value === readParam(params, "status"))?.value;
  const trail = readTrail(readParam(params, "cursor", 50_000));
  const at = (cursor: string | undefined) => hrefWith("/notices", { q: search, status, cursor });
  const [page, unread] = await Promise.all([
    listNotices({ ctx, input: { search, status, cursor: trail.at(-1) } }).catch(
      leadToFirstPage(at(undefined)),
    ),
    countUnreadNotices({ ctx }),
  ]);
  const older = olderParam(trail, page.nextCursor);
  const isEmpty = page.data.length === 0;
  const isWhole = search === undefined && status === undefined && trail.length === 0;
  return (
    <>
      <PageHeader
        title={t("notices_page_title")}
        description={t("notices_page_description")}
        actions={unread > 0 && <MarkReadButton />}
      />
      {mailSettings() === null && <NoMailServer />}
      {!(isEmpty && isWhole) && (
        <FilterBar searchLabel={t("notices_page_search_text_address")}>
          <FilterSelect
            name="status"
            label={t("notices_page_label")}
            anyLabel={t("notices_page_any_state")}
            options={noticeStatusOptions()}
          />
        </FilterBar>
      )}
      <Card isFlush>
        {!isEmpty && <NoticeTable notices={page.data} zone={merchant.timeZone} reader={user.email} />}
        {isEmpty &&
          (isWhole ? (
            <NoNotices />
          ) : (
            <NothingMatches title={t("notices_page_no_match")} clearHref="/notices" />
          ))}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : at(newerParam(trail))}
        olderHref={older === undefined ? null : at(older)}
      />
    </>
  );
}
