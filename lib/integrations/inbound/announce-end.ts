import type { Tx } from "#db/client.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { say } from "#lib/failures/say.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { errorEvent } from "../health/error-event.ts";
import { type IntegrationRow, manifestOf } from "../integration-row.ts";

/** Tells the merchant that a connection was ended at the provider's side: by `integration.error` and by e-mail. */
export async function announceEnd(
  tx: Tx,
  integration: IntegrationRow,
  reason: "uninstalled" | "revoked",
): Promise<void> {
  const { id: integrationId, merchantId, accountLabel: account } = integration;
  const said = say("notice_ended", { app: manifestOf(integration).name, account, reason });
  await insertEvents(tx, merchantId, "patchbay", [await errorEvent(tx, integration, reason, said)]);
  await enqueueNotices(tx, { merchantId, integrationId, said });
}
