import { findNextAccountMail, sendAccountMails } from "#lib/account-mails/send-account-mails.ts";
import { checkDueAutomations, findNextDriftCheck } from "#lib/automations/drift/check-due.ts";
import { findNextWatched } from "#lib/automations/must-reach/claim-watched.ts";
import { raiseUnreached } from "#lib/automations/must-reach/raise-unreached.ts";
import { findNextSweep, runSweeps } from "#lib/books/run-sweeps.ts";
import { announceEvents, findNextAnnouncement } from "#lib/events/announce-events.ts";
import { checkDueIntegrations, findNextCheck } from "#lib/integrations/health/check-due.ts";
import { findNextIssueNotice, noticeDueIssues } from "#lib/integrations/health/notice-due-issues.ts";
import { findNextSyncJob, runSyncJobs } from "#lib/integrations/sync/run-sync-jobs.ts";
import { findNextRefresh, refreshDueCredentials } from "#lib/integrations/tokens/refresh-due.ts";
import { findNextNotice } from "#lib/notices/claim-notice.ts";
import { sendNotices } from "#lib/notices/send-notices.ts";
import { findNextLook, lookUpPayments } from "#lib/payments/look-up-payments.ts";
import { attributeDue, findNextAttribution } from "#lib/revenue/attribution/attribute-due.ts";
import { defineQueue } from "./define-job.ts";
import { drainDeliveriesJob } from "./list/drain-deliveries.ts";

/** Writes the notices about issues whose time has come, and sends the emails that are due. */
const sendNoticesJob = defineQueue({
  id: "send-notices",
  name: "Send notices",
  event: "notices/ready",
  pollMs: 5_000,
  async drain() {
    const { noticed } = await noticeDueIssues();
    const report = await sendNotices();
    return { ...report, noticed, nextDueAt: await findNextDueAt() };
  },
  findNextDueAt,
});

/** Raises the steps that did not reach anyone in time, and takes their second way. */
const raiseUnreachedJob = defineQueue({
  id: "raise-unreached",
  name: "Raise what was not reached",
  event: "attention/ready",
  // What another instance watched as it died waits so long for us.
  pollMs: 2_000,
  drain: async (input) => ({ ...(await raiseUnreached(input)), nextDueAt: await findNextWatched() }),
  findNextDueAt: findNextWatched,
});

/** Looks up payments and refunds whose outcome is not known, or that wait on a guest or a bank. */
const lookUpPaymentsJob = defineQueue({
  id: "look-up-payments",
  name: "Look up payments",
  event: "payments/ready",
  // What another instance asked for as it died waits so long for us.
  pollMs: 5_000,
  drain: async (input) => ({ ...(await lookUpPayments(input)), nextDueAt: await findNextLook() }),
  findNextDueAt: findNextLook,
});

/** Sends links and news about accounts: at once, since a person waits for them, and those that are tried again. */
const sendAccountMailsJob = defineQueue({
  id: "send-account-mails",
  name: "Send mails about accounts",
  event: "account-mails/ready",
  pollMs: 2_000,
  drain: async () => ({ sent: await sendAccountMails(), nextDueAt: await findNextAccountMail() }),
  findNextDueAt: findNextAccountMail,
});

/** Compares what automations rely on with what is there. */
const checkAutomationsJob = defineQueue({
  id: "check-automations",
  name: "Check automations",
  event: "drift/ready",
  pollMs: 30_000,
  drain: async (input) => ({
    ...(await checkDueAutomations(input)),
    nextDueAt: await findNextDriftCheck(),
  }),
  findNextDueAt: findNextDriftCheck,
});

/** Finds the order and the scan that a payment came of. */
const attributeChargesJob = defineQueue({
  id: "attribute-charges",
  name: "Find the orders of payments",
  event: "attribution/ready",
  pollMs: 5_000,
  drain: async (input) => ({ ...(await attributeDue(input)), nextDueAt: await findNextAttribution() }),
  findNextDueAt: findNextAttribution,
});

/** Renews access that ends soon, ahead of time. */
const refreshCredentialsJob = defineQueue({
  id: "refresh-credentials",
  name: "Refresh credentials",
  event: "credentials/ready",
  pollMs: 30_000,
  drain: async () => ({ ...(await refreshDueCredentials()), nextDueAt: await findNextRefresh() }),
  findNextDueAt: findNextRefresh,
});

/** Asks the connections whose turn it is whether they work. */
const checkIntegrationsJob = defineQueue({
  id: "check-integrations",
  name: "Check integrations",
  event: "checks/ready",
  pollMs: 30_000,
  drain: async () => ({ ...(await checkDueIntegrations()), nextDueAt: await findNextCheck() }),
  findNextDueAt: findNextCheck,
});

/** Tells other services of Patchbay's own events, through the Inngest server where there is one, at a measured pace. */
const announceEventsJob = defineQueue({
  id: "announce-events",
  name: "Announce events",
  event: "announcements/ready",
  pollMs: 2_000,
  drain: announceEvents,
  findNextDueAt: findNextAnnouncement,
});

/** Reads what has happened to money at the providers into the ledger, and compares the two. */
const readBooksJob = defineQueue({
  id: "read-books",
  name: "Read books",
  event: "books/ready",
  pollMs: 15_000,
  drain: async () => ({ ...(await runSweeps()), nextDueAt: await findNextSweep() }),
  findNextDueAt: findNextSweep,
});

/** Copies products and orders. */
const syncRecordsJob = defineQueue({
  id: "sync-records",
  name: "Sync records",
  event: "sync/ready",
  pollMs: 5_000,
  drain: async () => ({ ...(await runSyncJobs()), nextDueAt: await findNextSyncJob() }),
  findNextDueAt: findNextSyncJob,
});

/** The jobs whose work lies in rows with due times. */
export const queueJobs = [
  drainDeliveriesJob,
  announceEventsJob,
  syncRecordsJob,
  sendNoticesJob,
  sendAccountMailsJob,
  refreshCredentialsJob,
  checkIntegrationsJob,
  raiseUnreachedJob,
  checkAutomationsJob,
  lookUpPaymentsJob,
  attributeChargesJob,
  readBooksJob,
] as const;

async function findNextDueAt(): Promise<Date | null> {
  const dueAt = await Promise.all([findNextNotice(), findNextIssueNotice()]);
  const [first] = dueAt.filter((at) => at !== null).sort((one, other) => one.getTime() - other.getTime());
  return first ?? null;
}
