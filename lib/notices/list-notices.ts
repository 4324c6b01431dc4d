import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { everyWordIn } from "#lib/search/every-word-in.ts";
import { codesWith } from "#lib/words/codes-with.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderStored } from "#lib/words/render.ts";
import { noticeText } from "./notice-text.ts";
import { listNoticesInput, type NoticeDto, noticeDto } from "./schema.ts";
import { withTitles } from "./titled-notices.ts";
import { isUnread } from "./unread-notices.ts";

/** What people of the merchant were told by email, newest first. */
export const listNotices = defineVerb({
  permission: "read",
  input: listNoticesInput,
  output: pageOf(noticeDto),
  async run({ ctx, input: { limit, cursor, status, unread, search } }) {
    const after = decodeCursor(cursor, idCursor);
    const rows = await db()
      .select({ notice: notices, provider: integrations.provider })
      .from(notices)
      .leftJoin(integrations, eq(integrations.id, notices.integrationId))
      .where(
        and(
          eq(notices.merchantId, ctx.merchantId),
          after ? lt(notices.id, after[0]) : undefined,
          status ? eq(notices.status, status) : undefined,
          unread ? isUnread(ctx) : undefined,
          search ? matchesNotice(search, ctx.locale) : undefined,
        ),
      )
      .orderBy(desc(notices.id))
      .limit(limit + 1);
    const titled = await withTitles(
      rows.map(({ notice }) => notice),
      ctx.locale,
    );
    return toPage(
      rows.map((row, index) => ({ ...row, notice: titled[index] ?? row.notice })),
      limit,
      ({ notice }) => [notice.id],
      (row) => toNoticeDto(row, ctx.locale),
    );
  },
});

type Row = { notice: typeof notices.$inferSelect; provider: string | null };

function toNoticeDto({ notice: row, provider }: Row, locale: Locale): NoticeDto {
  return {
    id: row.id,
    integrationId: row.integrationId,
    webhookId: row.webhookId,
    automationId: typeof row.params.automationId === "string" ? row.params.automationId : null,
    runId: typeof row.params.runId === "string" ? row.params.runId : null,
    provider,
    recipient: row.recipient,
    ...noticeText(row, locale),
    status: row.status,
    attempts: row.attempts,
    lastError:
      row.lastErrorCode === null
        ? null
        : renderStored({ code: row.lastErrorCode, params: row.lastErrorParams ?? {} }, locale),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    nextTryAt: row.status === "waiting" ? row.dueAt.toISOString() : null,
  };
}

/**
 * Notices that say each word that was typed: in what they are about, or in the sentence of one of their codes. Which
 * branch of a sentence is read is not looked at.
 */
function matchesNotice(search: string, locale: Locale): SQL | undefined {
  return everyWordIn(search, [notices.recipient], (word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const codes = codesWith(word, locale).map((code) => code.replace(/_subject$/, ""));
    const known = sql`ARRAY(SELECT json_array_elements_text(${JSON.stringify(codes)}::json))`;
    // A parameter may itself be a message: its code stands in quotes, which a list escapes.
    const isSaid = sql`(said.value ILIKE ${pattern} OR (said.value LIKE '%said:{%' AND EXISTS (
      SELECT 1 FROM unnest(${known}) AS code WHERE replace(said.value, '\\', '') LIKE '%"code":"' || code || '"%')))`;
    return sql`(${notices.code} = ANY(${known})
      OR EXISTS (SELECT 1 FROM json_each_text(${notices.params}) AS said WHERE ${isSaid})
      OR EXISTS (SELECT 1 FROM json_array_elements(${notices.further}) AS about
        WHERE about.value->>'code' = ANY(${known})
          OR EXISTS (SELECT 1 FROM json_each_text(about.value->'params') AS said WHERE ${isSaid})))`;
  });
}
