import { inngest } from "#inngest/client.ts";
import { pruneHistory } from "#lib/maintenance/prune-history.ts";

/** Each hour: drops what is kept for a time only. */
export function pruneHistoryFunction() {
  return inngest().createFunction(
    { id: "prune-history", name: "Prune history", triggers: [{ cron: "17 * * * *" }], retries: 3 },
    () => pruneHistory(),
  );
}
