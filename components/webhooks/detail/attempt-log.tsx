"use client";

import { ScrollText, SearchX } from "lucide-react";
import { useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import { hrefWith } from "#components/listing/search-params.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { useRefreshOn } from "#components/listing/use-refresh-on.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { type AttemptDetailDto, attemptDetailDto } from "#lib/deliveries/schema.ts";
import { type Page, pageOf } from "#lib/listing/page.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { AttemptTable } from "./attempt-table.tsx";

type LogFilters = { search?: string; status?: string; eventType?: string };

interface AttemptLogProps {
  webhookId: string;
  first: Page<AttemptDetailDto>;
  /** As the API names them. */
  filters: LogFilters;
  /** The same as they stand in the address of the page. */
  params: Readonly<Record<string, string | undefined>>;
  trail: CursorTrail;
  zone: string;
}

const logPage = pageOf(attemptDetailDto);

/** The attempts at a webhook, kept up to date. Give it a `key` of its filters and cursor. */
export function AttemptLog({ webhookId, first, filters, params, trail, zone }: AttemptLogProps) {
  const container = useRef<HTMLElement>(null);
  const path = `/api/webhooks/${webhookId}/logs`;
  const query = { ...filters, cursor: trail.at(-1) };
  const { shown, arrivedIds, waitingCount, showWaiting, error } = useLivePage({
    queryKey: [path, query],
    queryFn: ({ signal }) => apiGet({ path, query, schema: logPage, signal }),
    first,
    isFirstPage: trail.length === 0,
    container,
  });
  useRefreshOn(shown.data[0]?.id);
  const here = `/webhooks/${webhookId}`;
  const older = olderParam(trail, shown.nextCursor);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <div className="grid gap-4">
      <LiveList
        label={t("attempt_log_label")}
        container={container}
        waitingCount={waitingCount}
        onShowWaiting={showWaiting}
        error={error}
      >
        {shown.data.length === 0 ? (
          <NoAttempts isFiltered={isFiltered} />
        ) : (
          <AttemptTable attempts={shown.data} arrivedIds={arrivedIds} zone={zone} />
        )}
      </LiveList>
      <Pagination
        newerHref={trail.length === 0 ? null : hrefWith(here, { ...params, cursor: newerParam(trail) })}
        olderHref={older === undefined ? null : hrefWith(here, { ...params, cursor: older })}
        summary={shown.data.length > 0 && t("attempt_log_count_this_page", { count: shown.data.length })}
      />
    </div>
  );
}

function NoAttempts({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("no_attempts_title")}
        description={t("no_attempts_description")}
      />
    );
  }
  return (
    <EmptyState
      icon={<ScrollText />}
      title={t("no_attempts_nothing_sent_yet")}
      description={t("no_attempts_each_attempt_will_appear")}
    />
  );
}
