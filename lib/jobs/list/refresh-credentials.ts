import { findNextRefresh, refreshDueCredentials } from "#lib/integrations/tokens/refresh-due.ts";
import { defineQueue } from "../define-job.ts";

/** Renews access that ends soon, ahead of time. */
export const refreshCredentialsJob = defineQueue({
  id: "refresh-credentials",
  name: "Refresh credentials",
  event: "credentials/ready",
  pollMs: 30_000,
  drain: async () => ({ ...(await refreshDueCredentials()), nextDueAt: await findNextRefresh() }),
  findNextDueAt: findNextRefresh,
});
