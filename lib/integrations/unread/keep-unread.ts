import { and, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { syncedRecords, unreadRecords } from "#db/schema/integrations.ts";
import type { SyncedKind } from "#lib/providers/contract/sync.ts";
import type { Unread } from "#lib/providers/contract/unread.ts";
import type { IntegrationRow } from "../integration-row.ts";

/** Which list: the copy of a kind of record, or one that the account holds and was asked for. */
type UnreadPlace = { source: "copy" | "list"; list: string };

/** Keeps what could not be read, with its reason. Met again, it is the same row with the newer reason. */
export async function keepUnread(
  tx: Tx,
  { id: integrationId, merchantId }: Pick<IntegrationRow, "id" | "merchantId">,
  place: UnreadPlace,
  unread: readonly Unread[],
  jobId: string | null,
): Promise<void> {
  if (unread.length === 0) return;
  const byKey = new Map(unread.map((one) => [toKey(one), one]));
  const sorted = [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1));
  await tx
    .insert(unreadRecords)
    .values(
      sorted.map(([key, { externalId, label, code, field, params }]) => {
        const reason = { externalId, label, code, field, params };
        return { integrationId, merchantId, ...place, key, ...reason, seenByJob: jobId };
      }),
    )
    .onConflictDoUpdate({
      target: [unreadRecords.integrationId, unreadRecords.source, unreadRecords.list, unreadRecords.key],
      set: {
        label: sql`excluded.label`,
        code: sql`excluded.code`,
        field: sql`excluded.field`,
        params: sql`excluded.params`,
        seenByJob: sql`coalesce(excluded.seen_by_job, ${unreadRecords.seenByJob})`,
        seenAt: sql`now()`,
      },
    });
}

/** A version that can be read has come, or the record is gone. */
export async function forgetUnread(
  tx: Tx,
  integrationId: string,
  place: UnreadPlace,
  externalIds: readonly string[],
): Promise<void> {
  if (externalIds.length === 0) return;
  await tx
    .delete(unreadRecords)
    .where(and(isAt(integrationId, place), inArray(unreadRecords.key, [...externalIds])));
}

/** The list was seen as a whole since a time: what was unread before and was not met again is gone. */
export async function forgetUnmet(
  tx: Tx,
  integrationId: string,
  place: UnreadPlace,
  { jobId, since }: { jobId: string | null; since: Date },
): Promise<void> {
  const isOfOther =
    jobId === null ? undefined : or(isNull(unreadRecords.seenByJob), ne(unreadRecords.seenByJob, jobId));
  await tx
    .delete(unreadRecords)
    .where(
      and(
        isAt(integrationId, place),
        isOfOther,
        lt(unreadRecords.seenAt, sql`${since.toISOString()}::timestamptz`),
      ),
    );
}

/** The copy of a record whose newest version cannot be read stays, and counts as seen. */
export async function markUnreadAsSeen(
  tx: Tx,
  integrationId: string,
  kind: SyncedKind,
  unread: readonly Unread[],
  jobId: string,
): Promise<void> {
  const ids = unread.flatMap(({ externalId }) => externalId ?? []);
  if (ids.length === 0) return;
  await tx
    .update(syncedRecords)
    .set({ seenByJob: jobId })
    .where(
      and(
        eq(syncedRecords.integrationId, integrationId),
        eq(syncedRecords.kind, kind),
        inArray(syncedRecords.externalId, ids),
      ),
    );
}

/** Whether a run met records without an id: then nobody knows which of the copies they are. */
export async function metNameless(tx: Tx, integrationId: string, jobId: string): Promise<boolean> {
  const rows = await tx
    .select({ key: unreadRecords.key })
    .from(unreadRecords)
    .where(
      and(
        eq(unreadRecords.integrationId, integrationId),
        eq(unreadRecords.seenByJob, jobId),
        isNull(unreadRecords.externalId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

function isAt(integrationId: string, { source, list }: UnreadPlace) {
  return and(
    eq(unreadRecords.integrationId, integrationId),
    eq(unreadRecords.source, source),
    eq(unreadRecords.list, list),
  );
}

function toKey({ externalId, fingerprint }: Unread): string {
  return externalId ?? `#${fingerprint}`;
}
