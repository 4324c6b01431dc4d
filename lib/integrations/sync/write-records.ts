import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { syncedRecords } from "#db/schema/integrations.ts";
import { kept } from "#lib/failures/kept.ts";
import type { SyncedKind, SyncedRecord } from "#lib/providers/contract/sync.ts";
import { storable } from "#lib/text.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { forgetUnread } from "../unread/keep-unread.ts";

/** Pages of the copies go on from a title, so that it must fit into an address. */
const maxTitleLength = 120;
const maxStateLength = 200;
const maxInteger = 2 ** 31 - 1;
/** Stands for no time at all: anything that has one replaces it. */
const noTime = new Date(0);

/**
 * Puts copies in place; one that is newer by the provider's clock than what comes stays. What comes without a time is
 * taken for the newest.
 */
export async function writeRecords(
  tx: Tx,
  integration: Pick<IntegrationRow, "id" | "merchantId">,
  records: readonly SyncedRecord[],
  jobId: string | null,
): Promise<void> {
  if (records.length === 0) return;
  for (const kind of ["product", "order"] as const) {
    const ids = records.flatMap((record) => (record.kind === kind ? [record.externalId] : []));
    await forgetUnread(tx, integration.id, { source: "copy", list: kind }, ids);
  }
  const unique = new Map(records.map((record) => [`${record.kind}/${record.externalId}`, record]));
  // In one order everywhere, so that a webhook and a job do not wait for each other.
  const sorted = [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  await tx
    .insert(syncedRecords)
    .values(sorted.map((record) => toRow(integration, record, jobId)))
    .onConflictDoUpdate({
      target: [syncedRecords.integrationId, syncedRecords.kind, syncedRecords.externalId],
      set: {
        title: newer("title"),
        state: newer("state"),
        amountMinor: newer("amount_minor"),
        currency: newer("currency"),
        stock: newer("stock"),
        details: newer("details"),
        changedAt: sql`greatest(excluded.changed_at, ${syncedRecords.changedAt})`,
        seenByJob: sql`coalesce(excluded.seen_by_job, ${syncedRecords.seenByJob})`,
        syncedAt: sql`now()`,
      },
    });
}

function newer(column: string) {
  const name = sql.identifier(column);
  return sql`CASE WHEN excluded.changed_at >= ${syncedRecords.changedAt} OR excluded.changed_at = ${noTime.toISOString()} THEN excluded.${name} ELSE ${syncedRecords}.${name} END`;
}

function toRow(
  integration: Pick<IntegrationRow, "id" | "merchantId">,
  record: SyncedRecord,
  jobId: string | null,
) {
  return {
    integrationId: integration.id,
    merchantId: integration.merchantId,
    kind: record.kind,
    externalId: record.externalId,
    title: storable(record.title).slice(0, maxTitleLength),
    state: storable(record.state).slice(0, maxStateLength),
    amountMinor: record.amount?.minor ?? null,
    currency: record.amount?.currency ?? null,
    stock: record.stock === undefined ? null : wholePieces(record.stock),
    details: Object.fromEntries(
      Object.entries(record.details).map(([name, fact]) => [
        storable(name),
        typeof fact === "string" ? storable(fact) : kept(fact),
      ]),
    ),
    changedAt: toTime(record.changedAt),
    seenByJob: jobId,
  };
}

/** Shops that sell by weight count in fractions: what is shown is how many whole ones there are. */
function wholePieces(stock: number): number | null {
  if (!Number.isFinite(stock)) return null;
  return Math.max(-maxInteger, Math.min(maxInteger, Math.floor(stock)));
}

function toTime(text: string | null): Date {
  const time = text === null ? noTime : new Date(text);
  return Number.isNaN(time.getTime()) ? noTime : time;
}

export async function deleteRecords(
  tx: Tx,
  integrationId: string,
  kind: SyncedKind,
  externalIds: readonly string[],
): Promise<void> {
  if (externalIds.length === 0) return;
  await forgetUnread(tx, integrationId, { source: "copy", list: kind }, externalIds);
  await tx
    .delete(syncedRecords)
    .where(
      and(
        eq(syncedRecords.integrationId, integrationId),
        eq(syncedRecords.kind, kind),
        inArray(syncedRecords.externalId, [...externalIds]),
      ),
    );
}

/** After a run over all of it: what it did not see, and no message has brought since it began, is gone. */
export async function deleteUnseen(
  tx: Tx,
  job: { id: string; integrationId: string; kind: SyncedKind; startedAt: Date },
): Promise<void> {
  await tx
    .delete(syncedRecords)
    .where(
      and(
        eq(syncedRecords.integrationId, job.integrationId),
        eq(syncedRecords.kind, job.kind),
        or(isNull(syncedRecords.seenByJob), ne(syncedRecords.seenByJob, job.id)),
        sql`${syncedRecords.syncedAt} < ${job.startedAt.toISOString()}`,
      ),
    );
}
