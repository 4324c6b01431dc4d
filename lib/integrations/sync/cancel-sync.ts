import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { say } from "#lib/failures/say.ts";
import { requireIntegration } from "../integration-row.ts";
import { startSyncInput } from "../schema.ts";

/**
 * Stops a copy that is under way; what it has read stays.
 * @throws {AppError} 404
 */
export const cancelSync = defineVerb({
  permission: "integrations:write",
  input: startSyncInput,
  output: z.object({ cancelled: z.boolean() }),
  async run({ ctx, input: { id, kind } }) {
    await requireIntegration(ctx, id);
    const cancelled = await db()
      .update(syncJobs)
      .set({ status: "cancelled", finishedAt: new Date(), ...say("sync_stopped") })
      .where(
        and(
          eq(syncJobs.merchantId, ctx.merchantId),
          eq(syncJobs.integrationId, id),
          eq(syncJobs.kind, kind),
          inArray(syncJobs.status, ["waiting", "running"]),
        ),
      )
      .returning({ id: syncJobs.id });
    return { cancelled: cancelled.length > 0 };
  },
});
