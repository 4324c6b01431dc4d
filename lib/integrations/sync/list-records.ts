import { and, asc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { syncedRecords } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { searchInTurn } from "#lib/limits/search-in-turn.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { everyWordIn } from "#lib/search/every-word-in.ts";
import { shortText } from "#lib/text-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderFacts } from "#lib/words/render-facts.ts";
import { requireIntegration } from "../integration-row.ts";
import { listRecordsInput, type SyncedRecordDto, syncedRecordDto } from "../schema.ts";

/** Sorted by title; the id tells those of one title apart. */
const recordCursor = z.tuple([shortText(1_000), shortText(200)]);

/**
 * The local copy of an account's products or orders, by title.
 * @throws {AppError} 404
 */
export const listRecords = defineVerb({
  permission: "read",
  input: listRecordsInput,
  output: pageOf(syncedRecordDto),
  async run({ ctx, input: { id, kind, limit, cursor, search } }) {
    await requireIntegration(ctx, id);
    const [title, externalId] = decodeCursor(cursor, recordCursor) ?? [];
    const read = (tx: Tx) =>
      tx
        .select()
        .from(syncedRecords)
        .where(
          and(
            eq(syncedRecords.merchantId, ctx.merchantId),
            eq(syncedRecords.integrationId, id),
            eq(syncedRecords.kind, kind),
            title === undefined
              ? undefined
              : sql`(${syncedRecords.title}, ${syncedRecords.externalId}) > (${title}, ${externalId})`,
            search
              ? or(everyWordIn(search, [syncedRecords.title]), eq(syncedRecords.externalId, search.trim()))
              : undefined,
          ),
        )
        .orderBy(asc(syncedRecords.title), asc(syncedRecords.externalId))
        .limit(limit + 1);
    const rows = await (search ? searchInTurn(ctx, read) : readInTime(read));
    return toPage(
      rows,
      limit,
      (row) => [row.title, row.externalId],
      (row) => toRecordDto(row, ctx.locale),
    );
  },
});

function toRecordDto(row: typeof syncedRecords.$inferSelect, locale: Locale): SyncedRecordDto {
  const { amountMinor, currency } = row;
  return {
    externalId: row.externalId,
    kind: row.kind,
    title: row.title,
    state: row.state,
    amount: amountMinor === null || currency === null ? null : { minor: amountMinor, currency },
    stock: row.stock,
    details: renderFacts(row.details, locale),
    changedAt: row.changedAt.toISOString(),
    syncedAt: row.syncedAt.toISOString(),
  };
}
