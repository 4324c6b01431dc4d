"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import { Badge } from "#components/ui/badge.tsx";
import { integrationDto } from "#lib/integrations/schema.ts";
import { pageOf } from "#lib/listing/page.ts";

const POLL_MS = 30_000;
const countedAtMost = 100;

const queryKey = ["integrations", "needing attention"];
const integrationPage = pageOf(integrationDto);

/** How many connected apps need someone; nothing where none does. Kept up to date while pages come and go. */
export function AttentionBadge({ first }: { first: number }) {
  const queryClient = useQueryClient();
  // A page that is read anew, after connecting again say, knows better than the last poll.
  useEffect(() => {
    queryClient.setQueryData(queryKey, first);
  }, [queryClient, first]);
  const { data: count } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const query = { status: "needs_attention", limit: String(countedAtMost) };
      return (await apiGet({ path: "/api/integrations", query, schema: integrationPage, signal })).data
        .length;
    },
    initialData: first,
    refetchInterval: POLL_MS,
  });
  if (count === 0) return null;
  return (
    <Badge tone="warning" className="ml-auto tabular-nums">
      {count >= countedAtMost ? `${countedAtMost - 1}+` : count}
      <span className="sr-only">{count === 1 ? " needs attention" : " need attention"}</span>
    </Badge>
  );
}
