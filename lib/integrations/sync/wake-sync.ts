import { inngest } from "#inngest/client.ts";
import { logger } from "#lib/logger.ts";

/** Says that there is a sync job to do. A wake-up that is lost costs a minute: the cron finds what is due. */
export function wakeSync(): void {
  inngest()
    .send({ name: "sync/ready" })
    .catch((error: unknown) => {
      logger.warn({ err: error }, "sync not woken; the next minute will find it");
    });
}
