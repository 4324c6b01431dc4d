import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { kept } from "#lib/failures/kept.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import type { Account } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { callProvider } from "../calls/call-provider.ts";
import { subscribeInbound } from "../inbound/subscribe-inbound.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "../integration-row.ts";
import { withSettings } from "../with-settings.ts";
import { closeIssues } from "./close-issues.ts";
import { openMissingScopes, openRequirements } from "./missing-scopes.ts";
import { noteRightAccount, otherAccountPrefix } from "./note-outcome.ts";
import { openIssue, soonChecked } from "./open-issue.ts";

/** Two checks in a row, half an hour apart: one that finds nobody may have hit a restart. */
const unreachableAfterChecks = 2;

/**
 * Asks the provider whose account it is: whether the credentials work, what is granted, and whether its webhooks to us
 * are still set up. Opens and closes issues accordingly.
 * @throws {ProviderError} what went wrong, once it is noted
 */
export async function checkHealth(integration: IntegrationRow): Promise<void> {
  const provider = await loadProviderFor(integration);
  const name = "identify";
  try {
    const { result } = await callProvider({
      integration,
      kind: "check",
      name,
      idempotencyKey: newId("cal"),
      run: (call) => provider.identify(call),
      describe: ({ label }) => [say("call_connection_works", { account: label })],
    });
    if (result.id === integration.accountId) await noteRightAccount(integration, name);
    else await openOtherAccount(integration, result);
    // Only of the account that was asked: the connection may have moved meanwhile.
    const [checked] = await db()
      .update(integrations)
      .set({
        settings: withSettings(result.settings ?? {}),
        accountLabel: result.label,
        ...(result.grantedScopes ? { scopes: [...result.grantedScopes] } : {}),
      })
      .where(and(eq(integrations.id, integration.id), eq(integrations.accountId, result.id)))
      .returning();
    if (!checked || checked.status === "disconnected") return;
    await openMissingScopes(checked);
    await openRequirements(checked, result.requirements);
    await subscribeInbound(checked);
  } catch (error) {
    if (error instanceof ProviderError && (error.kind === "timeout" || error.kind === "unavailable")) {
      await countUnreachable(integration, error);
    }
    throw error;
  }
}

/** The access opens an account that is not the one that was connected, unless that has changed in this moment. */
async function openOtherAccount(integration: IntegrationRow, found: Account): Promise<void> {
  const { name } = getManifest(integration);
  const isStill = and(eq(integrations.id, integration.id), eq(integrations.accountId, integration.accountId));
  if ((await db().$count(integrations, isStill)) === 0) return;
  const said = say("app_other_account", {
    app: name,
    found: found.label,
    account: integration.accountLabel,
  });
  const detail = `${otherAccountPrefix}${found.id}`;
  // One that was opened by a refusal says the same thing in other words, and would be closed by the next answer.
  await db()
    .update(integrationIssues)
    .set({ ...kept(said), detail })
    .where(
      and(
        eq(integrationIssues.integrationId, integration.id),
        eq(integrationIssues.cause, "revoked"),
        isNull(integrationIssues.closedAt),
      ),
    );
  await openIssue(integration, { cause: "revoked", said, detail });
  // It did answer.
  await closeIssues(integration.id, ["rate_limited", "unreachable"]);
}

async function countUnreachable(integration: IntegrationRow, failure: ProviderError): Promise<void> {
  const [row] = await db()
    .update(integrations)
    .set({ unreachableChecks: sql`${integrations.unreachableChecks} + 1`, nextCheckAt: soonChecked })
    .where(eq(integrations.id, integration.id))
    .returning({ checks: integrations.unreachableChecks });
  if (!row || row.checks < unreachableAfterChecks) return;
  const { said, detail } = failure;
  await openIssue(integration, { cause: "unreachable", said, detail });
}
