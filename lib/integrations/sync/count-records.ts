import { and, count, eq } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { syncedRecords } from "#db/schema/integrations.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { requireIntegration } from "../integration-row.ts";
import { integrationIdInput, type SyncJobDto } from "../schema.ts";

/**
 * How many products and orders of an account have a local copy.
 * @throws {AppError} 404
 */
export async function countRecords({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<Record<SyncJobDto["kind"], number>> {
  authorise(ctx, "read");
  const { id } = parseInput(integrationIdInput, input);
  await requireIntegration(ctx, id);
  const rows = await readInTime((tx) =>
    tx
      .select({ kind: syncedRecords.kind, records: count() })
      .from(syncedRecords)
      .where(and(eq(syncedRecords.merchantId, ctx.merchantId), eq(syncedRecords.integrationId, id)))
      .groupBy(syncedRecords.kind),
  );
  const countOf = (kind: SyncJobDto["kind"]) => rows.find((row) => row.kind === kind)?.records ?? 0;
  return { product: countOf("product"), order: countOf("order") };
}
