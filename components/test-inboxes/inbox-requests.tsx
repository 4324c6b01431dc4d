"use client";

import { Inbox } from "lucide-react";
import { useRef } from "react";
import { HeaderList } from "#components/deliveries/header-list.tsx";
import { apiGet } from "#components/listing/api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { hrefWith } from "#components/listing/search-params.ts";
import { shortId } from "#components/listing/short-id.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { pageOf } from "#lib/listing/page.ts";
import { type InboxRequestDto, inboxRequestDto } from "#lib/test-inboxes/schema.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";
import { readReceived } from "./received-event.ts";

interface InboxRequestItemProps {
  request: InboxRequestDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

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
  const buildHref = (cursor: string | undefined) => hrefWith(`/test-inboxes/${inboxId}`, { cursor });
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
        newerHref={trail.length > 0 ? buildHref(newerParam(trail)) : null}
        olderHref={older === undefined ? null : buildHref(older)}
      />
    </div>
  );
}

/** One request that an inbox received: what it carries, whether its signature holds, and how it was answered. */
function InboxRequestItem({ request, zone, isNew }: InboxRequestItemProps) {
  const { type, eventId } = readReceived(request);
  const { answeredStatus } = request;
  const isAccepted = answeredStatus !== null && answeredStatus < 300;
  return (
    <li className={cn("grid gap-1.5 px-card py-4 transition-colors", isNew && "bg-accent-soft")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium font-mono">{type ?? t("inbox_request_item_no_event_type")}</span>
          {request.isTest && <Badge>{t("inbox_request_item_test")}</Badge>}
          {eventId && (
            <TextLink href={`/events/${encodeURIComponent(eventId)}`} className="font-mono text-sm">
              {shortId(eventId)}
            </TextLink>
          )}
        </p>
        <RelativeTime at={request.receivedAt} zone={zone} className="text-muted text-sm" />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <Status tone={request.isSignatureValid ? "success" : "danger"} className="whitespace-normal">
          {request.isSignatureValid
            ? t("inbox_request_item_signature_verifies")
            : t("inbox_request_item_signature_does_not_verify", {
                signatureProblem: request.signatureProblem ?? "",
              })}
        </Status>
        <Status tone={isAccepted ? "success" : answeredStatus === null ? "warning" : "danger"}>
          {answeredStatus === null
            ? t("inbox_request_item_left_without_answer")
            : t("inbox_request_item_answered_answeredstatus", { answeredStatus })}
        </Status>
      </div>
      <details className="min-w-0">
        <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
          {t("inbox_request_item_headers_body")}
        </summary>
        <div className="mt-2 grid gap-4">
          <HeaderList label={t("inbox_request_item_label")} headers={request.headers} />
          <CodeBlock label={t("inbox_request_item_body")} language="json" code={request.body} />
        </div>
      </details>
    </li>
  );
}
