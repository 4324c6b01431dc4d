"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ResourceSource } from "./form-context.ts";

const TYPING_PAUSE_MS = 300;

/** The items of a resource that match a search, page after page; `items` is null until the first has come. `unread`
 * is what the account holds besides and could not be read. */
export function useResourceItems(of: { source: ResourceSource; resource: string; search: string }) {
  const search = useSettled(of.search.trim());
  const query = useInfiniteQuery({
    queryKey: ["resource", of.source.key, of.resource, search],
    queryFn: ({ pageParam, signal }) =>
      of.source.load({ resource: of.resource, search: search || undefined, cursor: pageParam, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? null;
  return {
    ...query,
    items: pages?.flatMap(({ data }) => data) ?? null,
    unread: pages?.flatMap((page) => page.unread) ?? [],
  };
}

function firstPage(): string | undefined {
  return undefined;
}

/** The text once it has rested: a request for each stroke would only cost. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
