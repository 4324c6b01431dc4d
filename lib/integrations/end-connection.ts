import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  credentials,
  integrationIssues,
  integrations,
  syncedRecords,
  syncJobs,
  unreadRecords,
} from "#db/schema/integrations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { say } from "#lib/failures/say.ts";
import type { IntegrationRow } from "./integration-row.ts";
import { openSecretsIfPossible, type Secrets } from "./tokens/secrets.ts";

/**
 * Forgets an integration's secrets and local copies and stops what runs for it, whichever side ended it. Once only.
 * @returns the secrets that were forgotten, to give them back at the provider; null where it had ended already
 */
export async function endConnection(
  tx: Tx,
  integration: IntegrationRow,
  reason: "merchant" | "uninstalled" | "revoked",
  ctx: Ctx,
): Promise<Secrets | null> {
  const { id } = integration;
  const ended = await tx
    .update(integrations)
    .set({ status: "disconnected", disconnectedAt: new Date(), disconnectReason: reason })
    .where(
      and(
        eq(integrations.id, id),
        eq(integrations.merchantId, ctx.merchantId),
        ne(integrations.status, "disconnected"),
      ),
    )
    .returning({ id: integrations.id });
  if (ended.length === 0) return null;
  const [forgotten] = await tx.delete(credentials).where(eq(credentials.integrationId, id)).returning();
  await tx.delete(syncedRecords).where(eq(syncedRecords.integrationId, id));
  await tx.delete(unreadRecords).where(eq(unreadRecords.integrationId, id));
  await tx
    .update(syncJobs)
    .set({ status: "cancelled", finishedAt: new Date(), ...say("sync_disconnected") })
    .where(and(eq(syncJobs.integrationId, id), inArray(syncJobs.status, ["waiting", "running"])));
  await tx
    .update(integrationIssues)
    .set({ closedAt: new Date(), noticeDueAt: null })
    .where(and(eq(integrationIssues.integrationId, id), isNull(integrationIssues.closedAt)));
  await recordAudit(tx, ctx, {
    action: "integration.disconnected",
    targetId: id,
    detail: { provider: integration.provider, account: integration.accountLabel, reason },
  });
  return forgotten ? openSecretsIfPossible(forgotten) : {};
}
