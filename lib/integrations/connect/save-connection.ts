import { and, eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { wakeDeliveries } from "#lib/deliveries/wake.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { newId } from "#lib/ids.ts";
import type { Account } from "#lib/providers/call.ts";
import type { Environment } from "../calls/provider-address.ts";
import { lockCredentials, readCredentials, writeCredentials } from "../credentials/credentials.ts";
import type { Secrets } from "../credentials/secrets.ts";
import { closeIssuesIn } from "../health/close-issues.ts";
import { type IntegrationRow, ownIntegration, providerOf } from "../integration-row.ts";
import { issueCauseSchema } from "../schema.ts";

export type NewConnection = {
  provider: string;
  environment: Environment;
  account: Account;
  secrets: Secrets;
  settings: Record<string, string>;
  scopes: readonly string[];
  expiresAt: Date | null;
  refreshExpiresAt: Date | null;
};

/**
 * Writes a connection that was agreed to, with its secrets: a new one, or in place of one to the same account. Sends
 * `integration.connected`.
 * @param integrationId the connection that is made anew; it keeps its id, and whatever hangs on it, also when it moves
 *   to another account
 * @throws {AppError} 409 where another connection has that account already
 */
export async function saveConnection(
  ctx: Ctx,
  connection: NewConnection,
  integrationId: string | null,
): Promise<IntegrationRow> {
  const row = await db().transaction(async (tx) => {
    const found = await findRow(tx, ctx, connection, integrationId);
    const saved = found ? await updateRow(tx, ctx, found, connection) : await insertRow(tx, ctx, connection);
    const { expiresAt, refreshExpiresAt } = connection;
    const place = { merchantId: ctx.merchantId, integrationId: saved.id };
    const secrets = found ? await withWebhookSecret(tx, found, connection) : connection.secrets;
    await writeCredentials(tx, place, secrets, { expiresAt, refreshExpiresAt });
    await closeIssuesIn(tx, saved.id, issueCauseSchema.options);
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
    return saved;
  });
  wakeDeliveries();
  return row;
}

async function findRow(
  tx: Tx,
  ctx: Ctx,
  { provider, environment, account }: NewConnection,
  integrationId: string | null,
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
    .for("update");
  if (integrationId === null) return sameAccount;
  const [named] = await tx
    .select()
    .from(integrations)
    .where(ownIntegration(ctx, integrationId))
    .for("update");
  if (!named) throw notFound("connection");
  if (sameAccount && sameAccount.id !== integrationId) {
    const { name } = providerOf(named);
    throw conflict(
      "account_connected_already",
      `The ${name} account ${account.label} has a connection of its own already. Connect that one again instead.`,
    );
  }
  return named;
}

/** The provider goes on signing with the secret that it was given when this account was connected first. */
async function withWebhookSecret(
  tx: Tx,
  found: IntegrationRow,
  { account, secrets }: NewConnection,
): Promise<Secrets> {
  await lockCredentials(tx, found.id);
  const known = found.accountId === account.id ? await readCredentials(found.id, tx) : null;
  const webhookSecret = known?.secrets.webhookSecret;
  return webhookSecret ? { ...secrets, webhookSecret } : secrets;
}

function valuesOf(ctx: Ctx, { account, settings, scopes, environment }: NewConnection) {
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
    lastErrorMessage: null,
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
      ...valuesOf(ctx, connection),
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
    .set(valuesOf(ctx, connection))
    .where(ownIntegration(ctx, id))
    .returning();
  if (!row) throw new Error("The update of an integration returned no row.");
  return row;
}
