import { findNextAccountMail, sendAccountMails } from "#lib/account-mails/send-account-mails.ts";
import { defineQueue } from "../define-job.ts";

/** Sends links and news about accounts: at once, since a person waits for them, and those that are tried again. */
export const sendAccountMailsJob = defineQueue({
  id: "send-account-mails",
  name: "Send mails about accounts",
  event: "account-mails/ready",
  pollMs: 2_000,
  drain: async () => ({ sent: await sendAccountMails(), nextDueAt: await findNextAccountMail() }),
  findNextDueAt: findNextAccountMail,
});
