import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { selectAutomations } from "#lib/automations/naming/find-automation.ts";
import { integrationIdInput } from "#lib/integrations/schema.ts";
import { automationSummaryDto } from "./summary-schema.ts";
import { toSummaries } from "./to-summaries.ts";

const mostListed = 100;

/** The automations with a step, or a second way, that uses a connection: by their live versions, drafts on their own. */
export const listAutomationsUsing = defineVerb({
  permission: "read",
  input: integrationIdInput,
  output: z.array(automationSummaryDto),
  async run({ ctx, input }) {
    const { id } = input;
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
  },
});
