import { inngest } from "#inngest/client.ts";
import { logger } from "#lib/logger.ts";

/** Says that mails about accounts wait to be sent. A wake-up that is lost costs at most a minute. */
export function wakeAccountMails(): void {
  inngest()
    .send({ name: "account-mails/ready" })
    .catch((error: unknown) => {
      logger.warn({ err: error }, "wake-up for mails not sent; the next minute will find them");
    });
}
