"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listSamples } from "#app/(dashboard)/automations/[id]/edit/actions.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import type { Sample } from "./samples.ts";

/** The merchant's own events of a type, the newest first, one at hand; the example of the type where there are none. */
export function useSamples(type: string) {
  const [at, setAt] = useState(0);
  const query = useInfiniteQuery({
    queryKey: ["builder-samples", type],
    queryFn: ({ pageParam }) => listSamples(type, pageParam),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => (page.ok ? (page.data.nextCursor ?? undefined) : undefined),
    staleTime: 30_000,
    retry: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: events of another type begin with their newest
  useEffect(() => setAt(0), [type]);
  const samples = (query.data?.pages ?? []).flatMap((page) => (page.ok ? page.data.samples : []));
  const sample = samples[at] ?? samples.at(-1) ?? exampleOf(type);
  const canGoBack = at + 1 < samples.length || query.hasNextPage;
  return {
    sample,
    isLoading: query.isPending,
    /** Of the sample among those that are loaded, from 1; 0 for the example. */
    position: samples.length === 0 ? 0 : Math.min(at, samples.length - 1) + 1,
    newer: at > 0 ? () => setAt(at - 1) : null,
    older: canGoBack
      ? async () => {
          if (at + 1 >= samples.length) await query.fetchNextPage();
          setAt(at + 1);
        }
      : null,
    reload: async () => {
      setAt(0);
      await query.refetch();
    },
  };
}

export type Samples = ReturnType<typeof useSamples>;

function firstPage(): string | undefined {
  return undefined;
}

function exampleOf(type: string): Sample {
  const definition = findEventType(type);
  return {
    id: null,
    type,
    occurredAt: "2026-10-02T18:44:10.000Z",
    data: definition?.example ?? {},
    summary: "An example",
  };
}
