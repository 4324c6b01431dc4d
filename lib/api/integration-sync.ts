import { z } from "zod";
import { listRecordsInput, startSyncInput, syncedRecordDto, syncJobDto } from "#lib/integrations/schema.ts";
import { cancelSync } from "#lib/integrations/sync/cancel-sync.ts";
import { listRecords } from "#lib/integrations/sync/list-records.ts";
import { listSyncJobs, listSyncJobsInput } from "#lib/integrations/sync/list-sync-jobs.ts";
import { startSync } from "#lib/integrations/sync/start-sync.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Integrations";

export const startSyncEndpoint = {
  method: "POST",
  path: "/api/integrations/{id}/sync",
  summary: "Copy all products or orders of the account anew, in the background",
  tag,
  permission: "integrations:write",
  input: startSyncInput,
  output: syncJobDto,
  status: 202,
  run: startSync,
} satisfies Endpoint;

export const cancelSyncEndpoint = {
  method: "DELETE",
  path: "/api/integrations/{id}/sync",
  summary: "Stop a copy that is under way",
  tag,
  permission: "integrations:write",
  input: startSyncInput,
  output: z.object({ cancelled: z.boolean() }),
  status: 200,
  run: cancelSync,
} satisfies Endpoint;

export const listSyncJobsEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}/sync",
  summary: "Copies made and under way, with their progress, newest first",
  tag,
  permission: "read",
  input: listSyncJobsInput,
  output: pageOf(syncJobDto),
  status: 200,
  run: listSyncJobs,
} satisfies Endpoint;

export const listRecordsEndpoint = {
  method: "GET",
  path: "/api/integrations/{id}/records",
  summary: "The local copy of the account's products or orders, by title",
  tag,
  permission: "read",
  input: listRecordsInput,
  output: pageOf(syncedRecordDto),
  status: 200,
  run: listRecords,
} satisfies Endpoint;
