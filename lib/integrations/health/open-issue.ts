import { and, eq, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrationIssues, integrations } from "#db/schema/integrations.ts";
import { wakeDeliveries } from "#lib/deliveries/wake.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { newId } from "#lib/ids.ts";
import { type IntegrationRow, providerOf } from "../integration-row.ts";
import type { IssueCause } from "../schema.ts";
import { causeRules } from "./causes.ts";

/**
 * Says once what is wrong with an integration: a cause that is open already changes nothing. Opening one sends
 * `integration.error` and plans the notice.
 * @returns whether it is news
 */
export async function openIssue(
  integration: IntegrationRow,
  issue: { cause: IssueCause; message: string; detail?: string | undefined },
): Promise<boolean> {
  const { id: integrationId, merchantId } = integration;
  const isNews = await db().transaction(async (tx) => {
    const [locked] = await tx
      .select({ id: integrations.id })
      .from(integrations)
      .where(and(eq(integrations.id, integrationId), ne(integrations.status, "disconnected")))
      .for("update");
    if (!locked) return false;
    const noticeAfterMs = causeRules[issue.cause].noticeAfterMs;
    const opened = await tx
      .insert(integrationIssues)
      .values({
        id: newId("iss"),
        merchantId,
        integrationId,
        cause: issue.cause,
        message: issue.message,
        detail: issue.detail ?? null,
        noticeDueAt: sql`now() + ${noticeAfterMs} * interval '1 millisecond'`,
      })
      .onConflictDoNothing()
      .returning({ id: integrationIssues.id });
    if (opened.length === 0) return false;
    await tx
      .update(integrations)
      .set({ status: "needs_attention" })
      .where(eq(integrations.id, integrationId));
    await insertEvents(tx, merchantId, "patchbay", [errorEvent(integration, issue)]);
    return true;
  });
  if (isNews) wakeDeliveries();
  return isNews;
}

function errorEvent(integration: IntegrationRow, { cause, message }: { cause: IssueCause; message: string }) {
  const data = {
    integrationId: integration.id,
    provider: providerOf(integration).id,
    account: integration.accountLabel,
    cause,
    message,
  };
  return { id: newId("evt"), type: "integration.error", data, occurredAt: new Date() };
}
