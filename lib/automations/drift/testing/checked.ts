import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { checkDueAutomations } from "#lib/automations/drift/check-due.ts";
import { listAutomationIssues } from "#lib/automations/drift/list-issues.ts";
import { repairIssue } from "#lib/automations/drift/repair-issue.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { field, openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { newId } from "#lib/ids.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";

export const fixed = (value: unknown) => ({ kind: "fixed", value }) as const;
export const orders = "1patchbaySandboxOrdersSpreadsheet00000000001";

/**
 * The kitchen: a message to #kitchen, and a row of two values under the headings of the tab.
 * @param hasSecondWay the row has to be written within a minute; else the kitchen is told of it
 */
export async function openChecked({ hasSecondWay = false } = {}) {
  const kitchen = await openKitchen(({ message, row }) => {
    const { integrationId, action } = message;
    const mapping = { ...message.mapping, channel: fixed("C0KITCHEN01") };
    const otherwise = hasSecondWay ? { integrationId, action, mapping } : null;
    return {
      steps: [
        // A second way of the same channel would be told of beside it.
        { ...message, mapping: hasSecondWay ? message.mapping : mapping },
        {
          ...row,
          mapping: { ...row.mapping, values: { kind: "list", items: [field("number"), field("orderId")] } },
          ...(otherwise ? { mustReach: { withinSeconds: 60, otherwise } } : {}),
        },
      ],
    };
  });
  const { ctx, automation } = kitchen;
  const { id } = automation;
  const userId = newId("usr");
  await db()
    .insert(users)
    .values({ id: userId, email: `${userId}@example.com`, name: "Ana", passwordHash: "none" });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  const headings = async (cells: readonly string[]) => {
    await db().execute(sql`UPDATE sandbox_objects SET data = jsonb_build_object('cells', ${JSON.stringify(cells)}::jsonb)
      WHERE kind = 'row' AND id = ${`${orders}/0/1`} AND account_id IN (
        SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId} AND provider = 'google-sheets')`);
  };
  const check = async () => {
    await db().execute(sql`DELETE FROM rate_limits`);
    // What other tests left due, at apps that nobody plays here, would use the time up.
    await db().execute(
      sql`UPDATE automations SET check_due_at = CASE WHEN merchant_id = ${ctx.merchantId} THEN now() END
        WHERE check_due_at IS NOT NULL`,
    );
    await checkDueAutomations({ budgetMs: 30_000 });
  };
  await headings(["Number", "Order"]);
  await check();
  return {
    ...kitchen,
    id,
    check,
    headings,
    command: (provider: string, command: string) => runSandboxCommand({ ctx, input: { provider, command } }),
    issues: async () => (await listAutomationIssues({ ctx, input: { id } })).data,
    all: async () => (await listAutomationIssues({ ctx, input: { id, closed: "true" } })).data,
    repair: (issueId: string | undefined) => repairIssue({ ctx, input: { id, issueId: issueId ?? "" } }),
    live: async () => getAutomation({ ctx, input: { id } }),
    subjects: async () => (await listNotices({ ctx, input: {} })).data.map(({ subject }) => subject),
  };
}
