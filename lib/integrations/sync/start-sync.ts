import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { getManifest, requireIntegration } from "../integration-row.ts";
import { startSyncInput, syncJobDto } from "../schema.ts";
import { beginSync } from "./begin-sync.ts";
import { toSyncJobDto } from "./sync-job-dto.ts";

/**
 * Copies all products or orders of an account again; where that is under way already, it goes on.
 * @throws {AppError} 404 where the app has none, 409 where it is disconnected
 */
export const startSync = defineVerb({
  permission: "integrations:write",
  input: startSyncInput,
  output: syncJobDto,
  async run({ ctx, input: { id, kind } }) {
    const integration = await requireIntegration(ctx, id);
    const app = getManifest(integration);
    if (!app.syncs.includes(kind)) throw notFound("copy");
    if (integration.status === "disconnected") {
      throw conflict("disconnected", say("app_disconnected", { app: app.name }));
    }
    await beginSync(integration, kind, null);
    const [row] = await db()
      .select()
      .from(syncJobs)
      .where(
        and(eq(syncJobs.merchantId, ctx.merchantId), eq(syncJobs.integrationId, id), eq(syncJobs.kind, kind)),
      )
      .orderBy(desc(syncJobs.id))
      .limit(1);
    if (!row) throw new Error("A sync that was begun has no job.");
    return toSyncJobDto(row, ctx.locale);
  },
});
