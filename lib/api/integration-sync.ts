import { cancelSync } from "#lib/integrations/sync/cancel-sync.ts";
import { listRecords } from "#lib/integrations/sync/list-records.ts";
import { listSyncJobs } from "#lib/integrations/sync/list-sync-jobs.ts";
import { startSync } from "#lib/integrations/sync/start-sync.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Integrations";

export const integrationSyncEndpoints = {
  startSync: {
    method: "POST",
    path: "/api/integrations/{id}/sync",
    summary: "Copy all products or orders of the account anew, in the background",
    tag,
    verb: startSync,
    status: 202,
  },
  cancelSync: {
    method: "DELETE",
    path: "/api/integrations/{id}/sync",
    summary: "Stop a copy that is under way",
    tag,
    verb: cancelSync,
    status: 200,
  },
  listSyncJobs: {
    method: "GET",
    path: "/api/integrations/{id}/sync",
    summary: "Copies made and under way, with their progress, newest first",
    tag,
    verb: listSyncJobs,
    status: 200,
  },
  listRecords: {
    method: "GET",
    path: "/api/integrations/{id}/records",
    summary: "The local copy of the account's products or orders, by title",
    tag,
    verb: listRecords,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
