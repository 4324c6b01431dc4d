"use client";

import { History, SearchX } from "lucide-react";
import { useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { useRefreshOn } from "#components/listing/use-refresh-on.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { type CallDto, callDto, type IntegrationDto } from "#lib/integrations/schema.ts";
import { type Page, pageOf } from "#lib/listing/page.ts";
import { integrationsActivity as t } from "#lib/words/en/screens/integrations-activity.ts";
import { type ActivityFilter, activityHref } from "./activity-href.ts";
import { CallItem } from "./call-item.tsx";

interface ActivityLogProps {
  integration: Pick<IntegrationDto, "id" | "provider">;
  first: Page<CallDto>;
  filter: ActivityFilter;
  trail: CursorTrail;
  zone: string;
}

const callPage = pageOf(callDto);

/** What was asked of the app and what it told us, kept up to date. Give it a `key` of its filter and cursor. */
export function ActivityLog({ integration, first, filter, trail, zone }: ActivityLogProps) {
  const container = useRef<HTMLElement>(null);
  const path = `/api/integrations/${integration.id}/activity`;
  const query = { outcome: filter, limit: "10", cursor: trail.at(-1) };
  const live = useLivePage({
    queryKey: [path, query],
    queryFn: ({ signal }) => apiGet({ path, query, schema: callPage, signal }),
    first,
    isFirstPage: trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  // The state of the connection above follows from what happens here.
  useRefreshOn(data[0]?.id);
  const older = olderParam(trail, nextCursor);
  return (
    <div className="grid gap-4">
      <LiveList
        label={t("activity_log_label")}
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          <NoActivity isFiltered={filter !== undefined} />
        ) : (
          <ol className="divide-y divide-line">
            {data.map((call) => (
              <CallItem key={call.id} call={call} zone={zone} isNew={live.arrivedIds.includes(call.id)} />
            ))}
          </ol>
        )}
      </LiveList>
      <Pagination
        newerHref={
          trail.length === 0 ? null : activityHref(integration, { filter, cursor: newerParam(trail) })
        }
        olderHref={older === undefined ? null : activityHref(integration, { filter, cursor: older })}
      />
    </div>
  );
}

function NoActivity({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("no_activity_title")}
        description={t("no_activity_description")}
      />
    );
  }
  return (
    <EmptyState
      icon={<History />}
      title={t("no_activity_nothing_has_happened_yet")}
      description={t("no_activity_each_time_patchbay_asks")}
    />
  );
}
