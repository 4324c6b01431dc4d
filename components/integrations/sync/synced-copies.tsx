"use client";

import { useQuery } from "@tanstack/react-query";
import { apiGet } from "#components/listing/api-get.ts";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { useRefreshOn } from "#components/listing/use-refresh-on.ts";
import { type IntegrationDto, type SyncJobDto, syncJobDto } from "#lib/integrations/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { isUnderWay } from "./sync-words.ts";
import { SyncedCopy } from "./synced-copy.tsx";

const BUSY_POLL_MS = 1_000;
const CALM_POLL_MS = 5_000;

interface SyncedCopiesProps {
  integration: Pick<IntegrationDto, "id" | "status">;
  synced: CatalogueDetailDto["synced"];
  /** The latest jobs, newest first, as the server rendered them. */
  first: readonly SyncJobDto[];
  counts: Readonly<Record<SyncJobDto["kind"], number>>;
  zone: string;
  canWrite: boolean;
}

const jobPage = pageOf(syncJobDto);

/** The local copies of an account's products and orders, and how far a running one has come. */
export function SyncedCopies({ integration, synced, first, counts, zone, canWrite }: SyncedCopiesProps) {
  const path = `/api/integrations/${integration.id}/sync`;
  const {
    data: jobs,
    error,
    refetch,
  } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await apiGet({ path, schema: jobPage, signal })).data,
    initialData: [...first],
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? BUSY_POLL_MS : CALM_POLL_MS),
  });
  useRefreshOn(jobs.map(({ id, status }) => `${id} ${status}`).join());
  return (
    <div className="grid gap-4">
      {error && <LiveTrouble error={error} />}
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {synced.map(({ kind, title }) => (
          <SyncedCopy
            key={kind}
            integrationId={integration.id}
            kind={kind}
            title={title}
            count={counts[kind]}
            job={jobs.find((job) => job.kind === kind)}
            canSync={canWrite && integration.status !== "disconnected"}
            zone={zone}
            onChange={() => void refetch()}
          />
        ))}
      </ul>
    </div>
  );
}
