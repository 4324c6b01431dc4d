"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { apiGet } from "#components/listing/api-get.ts";
import { Badge } from "#components/ui/badge.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";

const POLL_MS = 30_000;
const countedAtMost = 100;
const anyPage = z.object({ data: z.array(z.unknown()) });

interface CountBadgeProps {
  /** As the server counted. */
  first: number;
  /** The list whose rows are counted, and its filter. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** What is counted, read out after the count. */
  of: "attention" | "disputes" | "unread";
}

/** How many rows of a list need someone, beside its link in the navigation; nothing where there are none. */
export function CountBadge({ first, path, query, of }: CountBadgeProps) {
  const queryClient = useQueryClient();
  const queryKey = ["count", path, query];
  const key = JSON.stringify(queryKey);
  // A page that is read again, after connecting again say, knows better than the last poll.
  useEffect(() => {
    queryClient.setQueryData(JSON.parse(key), first);
  }, [queryClient, key, first]);
  const { data: count } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const limited = { ...query, limit: String(countedAtMost) };
      return (await apiGet({ path, query: limited, schema: anyPage, signal })).data.length;
    },
    initialData: first,
    refetchInterval: POLL_MS,
  });
  if (count === 0) return null;
  return (
    <Badge tone="warning" className="ml-auto tabular-nums">
      {count >= countedAtMost ? `${countedAtMost - 1}+` : count}
      <span className="sr-only"> {t("count_badge", { of, count })}</span>
    </Badge>
  );
}
