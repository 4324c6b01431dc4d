"use client";

import { Package } from "lucide-react";
import { useRef } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "#components/listing/cursor-trail.ts";
import { LiveList } from "#components/listing/live-list.tsx";
import type { LivePage } from "#components/listing/merge-live.ts";
import { useLivePage } from "#components/listing/use-live-page.ts";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { pageOf } from "#lib/listing/page.ts";
import { type SandboxObjectDto, sandboxObjectDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { objectTitle } from "./object-title.ts";
import { kindTitle, type SandboxView, viewHref } from "./view.ts";

interface SandboxObjectItemProps {
  object: SandboxObjectDto;
  zone: string;
  /** Came in just now: stands out for a moment. */
  isNew: boolean;
}

interface SandboxObjectsProps {
  provider: string;
  view: SandboxView;
  first: LivePage<SandboxObjectDto>;
  trail: CursorTrail;
  zone: string;
}

const page = pageOf(sandboxObjectDto);

/** What the accounts hold of one kind, live. */
export function SandboxObjects({ provider, view, first, trail, zone }: SandboxObjectsProps) {
  const container = useRef<HTMLElement>(null);
  const live = useLivePage({
    queryKey: ["sandbox-objects", provider, view, trail],
    queryFn: async ({ signal }) =>
      withKeys(
        await apiGet({
          path: `/api/sandbox/providers/${provider}/objects`,
          query: { kind: view.show, account: view.account, cursor: trail.at(-1) },
          schema: page,
          signal,
        }),
      ),
    first: withKeys(first),
    isFirstPage: trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  const older = olderParam(trail, nextCursor);
  return (
    <div className="grid gap-4">
      <LiveList
        label={kindTitle(view.show)}
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          <EmptyState
            icon={<Package aria-hidden />}
            title={t("sandbox_objects_title")}
            description={t("sandbox_objects_description")}
          />
        ) : (
          <ol className="divide-y divide-line">
            {data.map(({ id, object }) => (
              <SandboxObjectItem key={id} object={object} zone={zone} isNew={live.arrivedIds.includes(id)} />
            ))}
          </ol>
        )}
      </LiveList>
      <Pagination
        newerHref={trail.length > 0 ? viewHref(provider, view, newerParam(trail)) : null}
        olderHref={older === undefined ? null : viewHref(provider, view, older)}
      />
    </div>
  );
}

/** Two accounts may use one id for two objects. */
function withKeys({ data, nextCursor }: LivePage<SandboxObjectDto>) {
  return { data: data.map((object) => ({ id: `${object.account} ${object.id}`, object })), nextCursor };
}

/** One thing that an account holds: what it is called, and all of it on request. */
function SandboxObjectItem({ object, zone, isNew }: SandboxObjectItemProps) {
  const title = objectTitle(object.data);
  const isChanged = object.updatedAt !== object.createdAt;
  return (
    <li className={cn("grid gap-1 px-card py-3.5 transition-colors", isNew && "bg-accent-soft")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
        <p className="min-w-0 font-medium [overflow-wrap:anywhere]">{title ?? object.id}</p>
        <p className="text-muted text-sm">
          {t.rich("sandbox_object_item_when", {
            isChanged: isChanged ? "yes" : "no",
            relativeTime: <RelativeTime at={object.updatedAt} zone={zone} />,
          })}
        </p>
      </div>
      {title !== undefined && (
        <code className="font-mono text-subtle text-xs [overflow-wrap:anywhere]">{object.id}</code>
      )}
      <details className="min-w-0">
        <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
          {t("sandbox_object_item_all")}
        </summary>
        <CodeBlock label={object.id} language="json" code={JSON.stringify(object.data)} className="mt-2" />
      </details>
    </li>
  );
}
