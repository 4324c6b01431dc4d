"use client";

import { Inbox } from "lucide-react";
import { useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { hrefWith } from "#components/listing/search-params.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { pageOf } from "#lib/listing/page.ts";
import { type InboxRequestDto, inboxRequestDto } from "#lib/test-inboxes/schema.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";
import { InboxRequestItem } from "./inbox-request-item.tsx";

interface InboxRequestsProps {
  inboxId: string;
  first: LivePage<InboxRequestDto>;
  trail: CursorTrail;
  zone: string;
}

const page = pageOf(inboxRequestDto);

/** What an inbox has received, live. */
export function InboxRequests({ inboxId, first, trail, zone }: InboxRequestsProps) {
  const container = useRef<HTMLElement>(null);
  const live = useLivePage<InboxRequestDto>({
    queryKey: ["inbox-requests", inboxId, trail],
    queryFn: ({ signal }) =>
      apiGet({
        path: `/api/sandbox/inboxes/${inboxId}/requests`,
        query: { cursor: trail.at(-1) },
        schema: page,
        signal,
      }),
    first,
    isFirstPage: trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  const arrived = new Set(live.arrivedIds);
  const hrefOf = (cursor: string | undefined) => hrefWith(`/test-inboxes/${inboxId}`, { cursor });
  const older = olderParam(trail, nextCursor);
  return (
    <div className="grid gap-4">
      <LiveList
        label={t("inbox_requests_label")}
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          <EmptyState
            icon={<Inbox aria-hidden />}
            title={t("inbox_requests_title")}
            description={t("inbox_requests_description")}
          />
        ) : (
          <ol className="divide-y divide-line">
            {data.map((request) => (
              <InboxRequestItem
                key={request.id}
                request={request}
                zone={zone}
                isNew={arrived.has(request.id)}
              />
            ))}
          </ol>
        )}
      </LiveList>
      <Pagination
        newerHref={trail.length > 0 ? hrefOf(newerParam(trail)) : null}
        olderHref={older === undefined ? null : hrefOf(older)}
      />
    </div>
  );
}
