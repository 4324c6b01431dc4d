"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useReducer } from "react";
import { type LivePage, type MergedPage, mergeLive } from "./merge-live.ts";

const FIRST_PAGE_POLL_MS = 2_000;
/** Nothing new can come into an older page; only the state of its rows changes. */
const OLDER_PAGE_POLL_MS = 10_000;

interface LivePageOptions<Item> {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<LivePage<Item>>;
  /** What the server rendered. */
  first: LivePage<Item>;
  isFirstPage: boolean;
  /** Around the rows: while it holds pointer or focus, or is scrolled into, the rows stay where they are. */
  container: RefObject<HTMLElement | null>;
}

/**
 * A list that keeps itself up to date without moving under its reader. New rows are `arrivedIds` until the next poll.
 * Give the component that uses it a `key` made of the filters, so that other filters start it again.
 */
export function useLivePage<Item extends { id: string }>(options: LivePageOptions<Item>) {
  const { first, container } = options;
  const [list, take] = useReducer(reduce<Item>, { shown: first, arrivedIds: [], waitingCount: 0 });
  const query = useQuery({
    queryKey: options.queryKey,
    queryFn: options.queryFn,
    initialData: first,
    gcTime: 0,
    refetchInterval: options.isFirstPage ? FIRST_PAGE_POLL_MS : OLDER_PAGE_POLL_MS,
  });
  const { data, dataUpdatedAt } = query;

  useEffect(() => {
    // Each poll counts, also one that brings nothing new: the reader may have left the list since.
    if (dataUpdatedAt > 0) take({ fresh: data, isHeld: isInUse(container.current) });
  }, [data, dataUpdatedAt, container]);

  return { ...list, showWaiting: () => take({ fresh: data, isHeld: false }), error: query.error };
}

function reduce<Item extends { id: string }>(
  list: MergedPage<Item>,
  poll: { fresh: LivePage<Item>; isHeld: boolean },
): MergedPage<Item> {
  return mergeLive({ shown: list.shown, ...poll });
}

function isInUse(element: HTMLElement | null): boolean {
  if (!element) return false;
  const isScrolledInto = element.getBoundingClientRect().top < 0;
  return isScrolledInto || element.matches(":hover") || element.contains(document.activeElement);
}
