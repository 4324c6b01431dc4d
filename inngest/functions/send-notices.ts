import { inngest } from "#inngest/client.ts";
import { sendNotices } from "#lib/notices/send-notices.ts";

/** Sends the e-mails that are due: at once when there are new ones, and each minute those that are tried again. */
export function sendNoticesFunction() {
  return inngest().createFunction(
    {
      id: "send-notices",
      name: "Send notices",
      triggers: [{ event: "notices/ready" }, { cron: "* * * * *" }],
      concurrency: { limit: 1 },
      retries: 0,
    },
    () => sendNotices(),
  );
}
