import { wake } from "#lib/jobs/wake.ts";

/** Says that there are payments to look up, now or soon. */
export function wakeLooks(): void {
  wake("payments/ready");
}
