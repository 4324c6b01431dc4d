import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { syncJobDto } from "#lib/integrations/schema.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageInput, pageOf } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { requireIntegration } from "../integration-row.ts";
import { toSyncJobDto } from "./sync-job-dto.ts";

const listSyncJobsInput = z.strictObject({ ...pageInput, id: shortText(100) });

/**
 * The copies of an account that were made and are under way, newest first.
 * @throws {AppError} 404
 */
export const listSyncJobs = defineVerb({
  permission: "read",
  input: listSyncJobsInput,
  output: pageOf(syncJobDto),
  async run({ ctx, input: { id, limit, cursor } }) {
    await requireIntegration(ctx, id);
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await db()
      .select()
      .from(syncJobs)
      .where(
        and(
          eq(syncJobs.merchantId, ctx.merchantId),
          eq(syncJobs.integrationId, id),
          before ? lt(syncJobs.id, before) : undefined,
        ),
      )
      .orderBy(desc(syncJobs.id))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => toSyncJobDto(row, ctx.locale),
    );
  },
});
