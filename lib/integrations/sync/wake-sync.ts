import { wake } from "#lib/jobs/wake.ts";

/** Says that there is a sync job to do. */
export function wakeSync(): void {
  wake("sync/ready");
}
