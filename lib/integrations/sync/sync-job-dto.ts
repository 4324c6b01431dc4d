import type { syncJobs } from "#db/schema/integrations.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderStored } from "#lib/words/render.ts";
import type { SyncJobDto } from "../schema.ts";

export function toSyncJobDto(row: typeof syncJobs.$inferSelect, locale: Locale): SyncJobDto {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    done: row.doneCount,
    unread: row.unreadCount,
    total: row.totalCount,
    message: row.code === null ? null : renderStored({ code: row.code, params: row.params ?? {} }, locale),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
