"use client";

import { useQuery } from "@tanstack/react-query";
import { apiGet } from "#components/listing/api-get.ts";
import { type SandboxStateDto, sandboxStateDto } from "#lib/sandbox/schema.ts";

const POLL_MS = 2_000;

/**
 * A sandbox's state, beginning with what the server rendered and kept up to date.
 * @param isAsking false: only follows what another part of the page asks for
 */
export function useSandboxState(first: SandboxStateDto, isAsking = true) {
  const query = useQuery({
    queryKey: ["sandbox", first.id],
    queryFn: ({ signal }) =>
      apiGet({ path: `/api/sandbox/providers/${first.id}`, schema: sandboxStateDto, signal }),
    initialData: first,
    gcTime: 0,
    refetchInterval: isAsking && POLL_MS,
    refetchOnMount: isAsking,
    refetchOnWindowFocus: isAsking,
  });
  return { sandbox: query.data, error: query.error, refresh: query.refetch };
}
