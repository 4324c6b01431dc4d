import { wake } from "#lib/jobs/wake.ts";

/** Says that notices wait to be sent. */
export function wakeNotices(): void {
  wake("notices/ready");
}
