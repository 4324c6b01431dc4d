"use client";

import { type ReactNode, useRef } from "react";
import type { z } from "zod";
import { Pagination } from "#components/ui/pagination.tsx";
import { Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { pageOf } from "#lib/listing/page.ts";
import { listing as t } from "#lib/words/en/screens/listing.ts";
import { apiGet } from "./api-get.ts";
import { type CursorTrail, newerParam, olderParam } from "./cursor-trail.ts";
import { LiveList } from "./live-list.tsx";
import type { LivePage } from "./merge-live.ts";
import { hrefWith } from "./search-params.ts";
import { useLivePage } from "./use-live-page.ts";

type Query = Readonly<Record<string, string | undefined>>;

interface LiveLogProps<Item, Filters> {
  /** What is listed, such as "Deliveries"; read out. */
  label: string;
  /** Of the page; the rows come from the same path under `/api`. */
  path: string;
  item: z.ZodType<Item>;
  first: LivePage<Item>;
  filters: Filters;
  /** The filters as the API takes them. */
  toQuery: (filters: Filters, nowMs: number) => Query;
  /** The filters as the page's address holds them, with a cursor. */
  toParams: (filters: Filters, cursor: string | undefined) => Query;
  /** The `TableHeading`s. */
  headings: ReactNode;
  renderRow: (item: Item, isNew: boolean) => ReactNode;
  /** Shown while there is no row. */
  empty: ReactNode;
}

/** A table of what happened, live: it follows `GET /api/…` with the filters of its page. */
export function LiveLog<Item extends { id: string }, Filters extends { trail: CursorTrail }>(
  props: LiveLogProps<Item, Filters>,
) {
  const { label, path, filters } = props;
  const container = useRef<HTMLElement>(null);
  const live = useLivePage<Item>({
    queryKey: [path, filters],
    queryFn: ({ signal }) =>
      apiGet({
        path: `/api${path}`,
        query: props.toQuery(filters, Date.now()),
        schema: pageOf(props.item),
        signal,
      }),
    first: props.first,
    isFirstPage: filters.trail.length === 0,
    container,
  });
  const { data, nextCursor } = live.shown;
  const arrived = new Set(live.arrivedIds);
  const buildHref = (cursor: string | undefined) => hrefWith(path, props.toParams(filters, cursor));
  const older = olderParam(filters.trail, nextCursor);
  return (
    <>
      <LiveList
        label={label}
        container={container}
        waitingCount={live.waitingCount}
        onShowWaiting={live.showWaiting}
        error={live.error}
      >
        {data.length === 0 ? (
          props.empty
        ) : (
          <Table caption={t("live_log_caption", { label })} density="compact">
            <TableHead>{props.headings}</TableHead>
            <TableBody>{data.map((item) => props.renderRow(item, arrived.has(item.id)))}</TableBody>
          </Table>
        )}
      </LiveList>
      <Pagination
        newerHref={filters.trail.length > 0 ? buildHref(newerParam(filters.trail)) : null}
        olderHref={older === undefined ? null : buildHref(older)}
      />
    </>
  );
}
