import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { say } from "#lib/failures/say.ts";
import { parseInput } from "#lib/parse.ts";
import { requireIntegration } from "../integration-row.ts";
import { startSyncInput } from "../schema.ts";

/**
 * Stops a copy that is under way; what it has read stays.
 * @throws {AppError} 404
 */
export async function cancelSync({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ cancelled: boolean }> {
  authorise(ctx, "integrations:write");
  const { id, kind } = parseInput(startSyncInput, input);
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
}
