import { inngest } from "#inngest/client.ts";
import { sendAccountMails } from "#lib/account-mails/send-account-mails.ts";

/** Sends links and news about accounts: at once, since a person waits for them, and each minute those tried again. */
export function sendAccountMailsFunction() {
  return inngest().createFunction(
    {
      id: "send-account-mails",
      name: "Send mails about accounts",
      triggers: [{ event: "account-mails/ready" }, { cron: "* * * * *" }],
      concurrency: { limit: 1 },
      retries: 0,
    },
    () => sendAccountMails(),
  );
}
