import type { Tx } from "#db/client.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { newId } from "#lib/ids.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { type IntegrationRow, providerOf } from "../integration-row.ts";

/** Tells the merchant that a connection was ended at the provider's side: by `integration.error` and by e-mail. */
export async function announceEnd(
  tx: Tx,
  integration: IntegrationRow,
  reason: "uninstalled" | "revoked",
): Promise<void> {
  const { id: integrationId, merchantId, accountLabel } = integration;
  const { id: provider, name } = providerOf(integration);
  const message =
    reason === "uninstalled"
      ? `Patchbay was removed from ${accountLabel} in ${name}. Connect it again if that was not meant.`
      : `${accountLabel} took back our access in ${name}. Connect it again if that was not meant.`;
  const data = { integrationId, provider, account: accountLabel, cause: reason, message };
  await insertEvents(tx, merchantId, "patchbay", [
    { id: newId("evt"), type: "integration.error", data, occurredAt: new Date() },
  ]);
  await enqueueNotices(tx, { merchantId, integrationId, subject: `${name} was disconnected`, body: message });
}
