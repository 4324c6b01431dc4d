import { env } from "#lib/env.ts";
import { wake } from "#lib/jobs/wake.ts";

/** Says that there may be own events to tell other services of, where there is an Inngest server to tell. */
export function wakeAnnouncements(): void {
  if (env().usesInngestServer) wake("announcements/ready");
}
