import { announceEventsJob } from "./list/announce-events.ts";
import { attributeChargesJob } from "./list/attribute-charges.ts";
import { checkAutomationsJob } from "./list/check-automations.ts";
import { checkIntegrationsJob } from "./list/check-integrations.ts";
import { drainDeliveriesJob } from "./list/drain-deliveries.ts";
import { lookUpPaymentsJob } from "./list/look-up-payments.ts";
import { raiseUnreachedJob } from "./list/raise-unreached.ts";
import { readBooksJob } from "./list/read-books.ts";
import { refreshCredentialsJob } from "./list/refresh-credentials.ts";
import { sendAccountMailsJob } from "./list/send-account-mails.ts";
import { sendNoticesJob } from "./list/send-notices.ts";
import { syncRecordsJob } from "./list/sync-records.ts";

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
