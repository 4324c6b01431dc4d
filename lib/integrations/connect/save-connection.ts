import { and, eq, inArray } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { credentials, integrations, syncedRecords, syncJobs } from "#db/schema/integrations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { wakeAnnouncements } from "#lib/events/wake-announcements.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { ensurePaymentAccount } from "#lib/ledger/looks/payment-account.ts";
import { wakeBooks } from "#lib/ledger/looks/wake-books.ts";
import type { Account } from "#lib/providers/contract/call.ts";
import type { Environment } from "../calls/provider-address.ts";
import { closeIssuesIn } from "../health/close-issues.ts";
import { releaseHeldRuns } from "../health/held-runs.ts";
import { getManifest, type IntegrationRow, ownIntegration } from "../integration-row.ts";
import { issueCauseSchema } from "../schema.ts";
import { writeCredentials } from "../tokens/credentials.ts";
import { openSecretsIfPossible, type Secrets } from "../tokens/secrets.ts";
import { revokeGrant } from "./revoke-grant.ts";

type NewConnection = {
  provider: string;
  environment: Environment;
  account: Account;
  secrets: Secrets;
  settings: Record<string, string>;
  scopes: readonly string[];
  expiresAt: Date | null;
  refreshExpiresAt: Date | null;
};

type Again = { integrationId: string; isOtherAccountFine: boolean };

/**
 * Writes a connection that was agreed to, with its secrets: a new one, or in place of one to the same account. Sends
 * `integration.connected`.
 * @param again the connection that is made again, where one is: it keeps its id, and whatever hangs on it, also when it
 *   moves to another account, which the merchant must have said is fine
 * @throws {AppError} 409 other_account, or account_connected_already where another connection has that account
 */
export async function saveConnection(
  ctx: Ctx,
  connection: NewConnection,
  again: Again | null,
): Promise<IntegrationRow> {
  const { saved, left } = await db().transaction(async (tx) => {
    const found = await findRow(tx, ctx, connection, again);
    const saved = found ? await updateRow(tx, ctx, found, connection) : await insertRow(tx, ctx, connection);
    const { expiresAt, refreshExpiresAt } = connection;
    const place = { merchantId: ctx.merchantId, integrationId: saved.id };
    const known = found ? await knownSecrets(tx, found) : {};
    const isMoved = found !== undefined && found.accountId !== connection.account.id;
    if (isMoved) await forgetCopies(tx, found);
    const secrets = isMoved ? connection.secrets : withWebhookSecret(known, connection.secrets);
    await writeCredentials(tx, place, secrets, { expiresAt, refreshExpiresAt });
    await closeIssuesIn(tx, saved.id, issueCauseSchema.options);
    await releaseHeldRuns(tx, saved, { isUrgent: true });
    await ensurePaymentAccount(tx, saved);
    const detail = { provider: connection.provider, account: connection.account.label };
    const action = found ? "integration.connected_again" : "integration.connected";
    await recordAudit(tx, ctx, { action, targetId: saved.id, detail });
    await insertEvents(tx, ctx.merchantId, "patchbay", [
      {
        id: newId("evt"),
        type: "integration.connected",
        data: { integrationId: saved.id, ...detail },
        occurredAt: new Date(),
      },
    ]);
    return { saved, left: isMoved ? { ...found, secrets: known } : null };
  });
  wakeDeliveries();
  wakeAnnouncements();
  wakeBooks();
  if (left) await revokeGrant(left);
  return saved;
}

async function findRow(
  tx: Tx,
  ctx: Ctx,
  { provider, environment, account }: NewConnection,
  again: Again | null,
): Promise<IntegrationRow | undefined> {
  const [sameAccount] = await tx
    .select()
    .from(integrations)
    .where(
      and(
        eq(integrations.merchantId, ctx.merchantId),
        eq(integrations.provider, provider),
        eq(integrations.environment, environment),
        eq(integrations.accountId, account.id),
      ),
    )
    .for("no key update");
  if (!again) return sameAccount;
  const { integrationId, isOtherAccountFine } = again;
  const [named] = await tx
    .select()
    .from(integrations)
    .where(ownIntegration(ctx, integrationId))
    .for("no key update");
  if (!named) throw notFound("connection");
  if (named.accountId !== account.id && !isOtherAccountFine) {
    const known = { found: account.label, account: named.accountLabel };
    throw conflict("other_account", say("problem_keys_of_other_account", known));
  }
  if (sameAccount && sameAccount.id !== integrationId) {
    const { name } = getManifest(named);
    throw conflict(
      "account_connected_already",
      say("problem_account_connected", { app: name, account: account.label }),
    );
  }
  return named;
}

/** What was kept of the connection until now. What cannot be opened any more is not kept for that. */
async function knownSecrets(tx: Tx, found: IntegrationRow): Promise<Secrets> {
  const [row] = await tx
    .select()
    .from(credentials)
    .where(eq(credentials.integrationId, found.id))
    .for("update");
  return row ? openSecretsIfPossible(row) : {};
}

/** The provider goes on signing with the secret that it was given when this account was connected first. */
function withWebhookSecret(known: Secrets, secrets: Secrets): Secrets {
  return known.webhookSecret ? { ...secrets, webhookSecret: known.webhookSecret } : secrets;
}

/** Copies of one account are not those of another; and a job goes on at the account at which it was begun, or not. */
async function forgetCopies(tx: Tx, { id }: IntegrationRow): Promise<void> {
  await tx.delete(syncedRecords).where(eq(syncedRecords.integrationId, id));
  await tx
    .update(syncJobs)
    .set({ status: "cancelled", finishedAt: new Date(), ...say("sync_other_account") })
    .where(and(eq(syncJobs.integrationId, id), inArray(syncJobs.status, ["waiting", "running"])));
}

function toValues(ctx: Ctx, { account, settings, scopes, environment }: NewConnection) {
  const now = new Date();
  return {
    environment,
    status: "connected" as const,
    accountId: account.id,
    accountLabel: account.label,
    settings: { ...settings, ...account.settings },
    scopes: [...scopes],
    connectedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    connectedAt: now,
    disconnectedAt: null,
    disconnectReason: null,
    lastSuccessAt: now,
    lastErrorAt: null,
    lastErrorCode: null,
    lastErrorParams: null,
    nextCheckAt: now,
    unreachableChecks: 0,
  };
}

async function insertRow(tx: Tx, ctx: Ctx, connection: NewConnection): Promise<IntegrationRow> {
  const [row] = await tx
    .insert(integrations)
    .values({
      id: newId("int"),
      merchantId: ctx.merchantId,
      provider: connection.provider,
      ...toValues(ctx, connection),
    })
    .returning();
  if (!row) throw new Error("The insert of an integration returned no row.");
  return row;
}

async function updateRow(
  tx: Tx,
  ctx: Ctx,
  { id }: IntegrationRow,
  connection: NewConnection,
): Promise<IntegrationRow> {
  const [row] = await tx
    .update(integrations)
    .set(toValues(ctx, connection))
    .where(ownIntegration(ctx, id))
    .returning();
  if (!row) throw new Error("The update of an integration returned no row.");
  return row;
}
