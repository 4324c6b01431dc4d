import type { syncJobs } from "#db/schema/integrations.ts";

export type SyncJobRow = typeof syncJobs.$inferSelect;

/** A process that dies leaves its job to the next one after so long; each page renews it. */
export const leaseMs = 2 * 60_000;
