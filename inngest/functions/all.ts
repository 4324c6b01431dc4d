import { acceptEventsFunction } from "./accept-events.ts";
import { checkIntegrationsFunction } from "./check-integrations.ts";
import { drainDeliveriesFunction } from "./drain-deliveries.ts";
import { pruneHistoryFunction } from "./prune-history.ts";
import { refreshCredentialsFunction } from "./refresh-credentials.ts";
import { resealSecretsFunction } from "./reseal-secrets.ts";
import { sendAccountMailsFunction } from "./send-account-mails.ts";
import { sendNoticesFunction } from "./send-notices.ts";
import { sweepFunction } from "./sweep.ts";
import { syncRecordsFunction } from "./sync-records.ts";

/** Every function, as served at /api/inngest and run by the embedded runner. */
export function allFunctions() {
  return [
    acceptEventsFunction(),
    drainDeliveriesFunction(),
    sweepFunction(),
    pruneHistoryFunction(),
    sendNoticesFunction(),
    sendAccountMailsFunction(),
    resealSecretsFunction(),
    refreshCredentialsFunction(),
    checkIntegrationsFunction(),
    syncRecordsFunction(),
  ];
}
