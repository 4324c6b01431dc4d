import { inngest } from "#inngest/client.ts";
import { logger } from "#lib/logger.ts";

/** Says that notices wait to be sent. A wake-up that is lost costs at most a minute. */
export function wakeNotices(): void {
  inngest()
    .send({ name: "notices/ready" })
    .catch((error: unknown) => {
      logger.warn({ err: error }, "wake-up for notices not sent; the next minute will find them");
    });
}
