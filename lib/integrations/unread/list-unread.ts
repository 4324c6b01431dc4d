import { and, asc, count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { unreadRecords } from "#db/schema/integrations.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import type { Declaration } from "#lib/providers/contract/declaration-schema.ts";
import { unreadCodes, unreadMessage } from "#lib/providers/contract/unread.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { loadDeclarationFor, requireIntegration } from "../integration-row.ts";
import { listUnreadInput, type UnreadRecordDto, unreadPageDto } from "../schema.ts";

const unreadCursor = z.tuple([z.string().max(10), z.string().max(100), z.string().max(200)]);
const codes = z.enum(unreadCodes).catch("not_understood");

/**
 * What of an account could not be read, with the reason, and how many there are in all.
 * @throws {AppError} 404
 */
export const listUnread = defineVerb({
  permission: "read",
  input: listUnreadInput,
  output: unreadPageDto,
  async run({ ctx, input: { id, limit, cursor } }) {
    const declared = await loadDeclarationFor(await requireIntegration(ctx, id));
    const isOfAccount = and(
      eq(unreadRecords.merchantId, ctx.merchantId),
      eq(unreadRecords.integrationId, id),
    );
    const after = decodeCursor(cursor, unreadCursor);
    const [rows, [counted]] = await Promise.all([
      db()
        .select()
        .from(unreadRecords)
        .where(
          and(
            isOfAccount,
            after
              ? sql`(${unreadRecords.source}, ${unreadRecords.list}, ${unreadRecords.key}) > (${after[0]}, ${after[1]}, ${after[2]})`
              : undefined,
          ),
        )
        .orderBy(asc(unreadRecords.source), asc(unreadRecords.list), asc(unreadRecords.key))
        .limit(limit + 1),
      db().select({ total: count() }).from(unreadRecords).where(isOfAccount),
    ]);
    const page = toPage(
      rows,
      limit,
      (row) => [row.source, row.list, row.key],
      (row) => toUnreadDto(row, declared, ctx.locale),
    );
    return { ...page, total: counted?.total ?? 0 };
  },
});

function toUnreadDto(
  row: typeof unreadRecords.$inferSelect,
  declared: Declaration,
  locale: Locale,
): UnreadRecordDto {
  const code = codes.parse(row.code);
  return {
    id: row.externalId,
    source: row.source,
    list: row.list,
    listTitle: getTitle(row, declared),
    label: row.label,
    code,
    field: row.field,
    message: render(unreadMessage({ ...row, code }), locale),
    seenAt: row.seenAt.toISOString(),
  };
}

function getTitle(
  { source, list }: Pick<typeof unreadRecords.$inferSelect, "source" | "list">,
  { copies, resources }: Declaration,
): string {
  const found =
    source === "copy" ? copies.find(({ kind }) => kind === list) : resources.find(({ id }) => id === list);
  return found?.title ?? list;
}
