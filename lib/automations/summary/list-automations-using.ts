import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { selectAutomations } from "#lib/automations/naming/find-automation.ts";
import { integrationIdInput } from "#lib/integrations/schema.ts";
import { parseInput } from "#lib/parse.ts";
import type { AutomationSummary } from "./summary-schema.ts";
import { toSummaries } from "./to-summaries.ts";

const mostListed = 100;

/** The automations with a step, or a second way, that uses a connection: by their live versions, drafts by themselves. */
export async function listAutomationsUsing({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AutomationSummary[]> {
  authorise(ctx, "read");
  const { id } = parseInput(integrationIdInput, input);
  const rows = await selectAutomations(
    db(),
    and(
      eq(automations.merchantId, ctx.merchantId),
      isNull(destinations.deletedAt),
      sql`EXISTS (SELECT 1 FROM json_array_elements(coalesce(
          (SELECT definition FROM automation_versions WHERE automation_versions.merchant_id = ${ctx.merchantId}
            AND automation_id = ${automations.id} AND number = ${destinations.liveVersion}), ${automations.draft}
        )->'steps') AS step
        WHERE step->>'integrationId' = ${id} OR step#>>'{mustReach,otherwise,integrationId}' = ${id})`,
    ),
  )
    .orderBy(desc(automations.id))
    .limit(mostListed);
  return toSummaries(ctx.merchantId, rows);
}
