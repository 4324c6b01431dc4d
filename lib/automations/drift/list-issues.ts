import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automationIssues } from "#db/schema/automations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findAutomation } from "#lib/automations/naming/find-automation.ts";
import { findLiveNames } from "#lib/automations/naming/find-names.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { toAutomationIssueDto } from "./issue-dto.ts";
import { automationIssuePage, listIssuesInput } from "./schema.ts";

/**
 * What an automation relies on and the event, the app or the account no longer has, newest first.
 * @throws {AppError} 404 for another merchant's automation
 */
export const listAutomationIssues = defineVerb({
  permission: "read",
  input: listIssuesInput,
  output: automationIssuePage,
  async run({ ctx, input: { id, limit, cursor, closed } }) {
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const automation = await findAutomation(db(), ctx.merchantId, id);
    const rows = await db()
      .select()
      .from(automationIssues)
      .where(
        and(
          eq(automationIssues.merchantId, ctx.merchantId),
          eq(automationIssues.automationId, id),
          closed ? undefined : isNull(automationIssues.closedAt),
          before === undefined ? undefined : lt(automationIssues.id, before),
        ),
      )
      .orderBy(desc(automationIssues.id))
      .limit(limit + 1);
    const names = await findLiveNames(db(), automation, ctx.locale);
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => toAutomationIssueDto(row, names),
    );
  },
});
