import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import { readInTime } from "#db/read-in-time.ts";
import { syncedRecords } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { requireIntegration } from "../integration-row.ts";
import { integrationIdInput, type SyncJobDto } from "../schema.ts";

/**
 * How many products and orders of an account have a local copy.
 * @throws {AppError} 404
 */
export const countRecords = defineVerb({
  permission: "read",
  input: integrationIdInput,
  output: z.object({ product: z.int(), order: z.int() }),
  async run({ ctx, input: { id } }) {
    await requireIntegration(ctx, id);
    const rows = await readInTime((tx) =>
      tx
        .select({ kind: syncedRecords.kind, records: count() })
        .from(syncedRecords)
        .where(and(eq(syncedRecords.merchantId, ctx.merchantId), eq(syncedRecords.integrationId, id)))
        .groupBy(syncedRecords.kind),
    );
    const getCount = (kind: SyncJobDto["kind"]) => rows.find((row) => row.kind === kind)?.records ?? 0;
    return { product: getCount("product"), order: getCount("order") };
  },
});
