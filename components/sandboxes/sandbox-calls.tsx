"use client";

import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight } from "lucide-react";
import { useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { pageOf } from "#lib/listing/page.ts";
import { type SandboxCallDto, sandboxCallDto } from "#lib/sandbox/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { callAnswer } from "./call-answer.ts";
import { faultWords } from "./fault-words.ts";
import { callsView, viewHref } from "./view.ts";

interface SandboxCallRowProps {
  call: SandboxCallDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

const directions = () =>
  ({
    received: {
      name: t("directions_from_patchbay"),
      icon: <ArrowDownLeft aria-hidden className="size-4 shrink-0" />,
    },
    sent: { name: t("directions_patchbay"), icon: <ArrowUpRight aria-hidden className="size-4 shrink-0" /> },
  }) as const satisfies Record<SandboxCallDto["direction"], { name: string; icon: unknown }>;

interface SandboxCallsProps {
  provider: string;
  first: LivePage<SandboxCallDto>;
  trail: CursorTrail;
  zone: string;
}

const page = pageOf(sandboxCallDto);
const view = { show: callsView, account: undefined };

/** What went to and fro between Patchbay and the app, live. */
export function SandboxCalls({ provider, first, trail, zone }: SandboxCallsProps) {
  const container = useRef<HTMLElement>(null);
  const live = useLivePage<SandboxCallDto>({
    queryKey: ["sandbox-calls", provider, trail],
    queryFn: ({ signal }) =>
      apiGet({
        path: `/api/sandbox/providers/${provider}/calls`,
        query: { cursor: trail.at(-1) },
        schema: page,
        signal,
      }),
    first,
    isFirstPage: trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  const older = olderParam(trail, nextCursor);
  return (
    <div className="grid gap-4">
      <LiveList
        label={t("sandbox_calls_label")}
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          <EmptyState
            icon={<ArrowLeftRight aria-hidden />}
            title={t("sandbox_calls_title")}
            description={t("sandbox_calls_description")}
          />
        ) : (
          <Table caption={t("sandbox_calls_caption")} density="compact">
            <TableHead>
              <TableHeading>{t("sandbox_calls_call")}</TableHeading>
              <TableHeading>{t("sandbox_calls_answer")}</TableHeading>
              <TableHeading>{t("sandbox_calls_made_fail")}</TableHeading>
              <TableHeading align="end">{common("when")}</TableHeading>
            </TableHead>
            <TableBody>
              {data.map((call) => (
                <SandboxCallRow
                  key={call.id}
                  call={call}
                  zone={zone}
                  isNew={live.arrivedIds.includes(call.id)}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </LiveList>
      <Pagination
        newerHref={trail.length > 0 ? viewHref(provider, view, newerParam(trail)) : null}
        olderHref={older === undefined ? null : viewHref(provider, view, older)}
      />
    </div>
  );
}

/** One call: which way it went, where to, and what came back. */
function SandboxCallRow({ call, zone, isNew }: SandboxCallRowProps) {
  const { name, icon } = directions()[call.direction];
  const answer = callAnswer(call);
  return (
    <TableRow className={isNew ? "bg-accent-soft" : ""}>
      <TableCell phone="title" className="max-md:col-span-2 md:max-w-120">
        <span className="grid min-w-0 gap-0.5">
          <span className="flex items-center gap-1.5 text-muted text-sm">
            {icon}
            {name}
          </span>
          <code
            className="block font-mono text-sm md:truncate max-md:[overflow-wrap:anywhere]"
            title={call.url}
          >
            {call.method} {call.url.replace(/^https?:\/\//, "")}
          </code>
        </span>
      </TableCell>
      <TableCell label={t("sandbox_call_row_label")}>
        <Status tone={answer.tone}>{answer.word}</Status>
      </TableCell>
      <TableCell
        label={t("sandbox_call_row_made_fail")}
        phone={call.fault === null ? "hidden" : "line"}
        className="text-muted"
      >
        {call.fault !== null && faultWords()[call.fault].label}
      </TableCell>
      <TableCell label={common("when")} align="end" className="text-muted">
        <RelativeTime at={call.at} zone={zone} />
      </TableCell>
    </TableRow>
  );
}
