import { and, desc, eq, inArray, isNull, not, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { disputes } from "#db/schema/payments.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { instant } from "#lib/instant-schema.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { PaidFor } from "./amounts-schema.ts";
import { type DisputeDto, disputeDto, listDisputesInput } from "./disputes-schema.ts";
import { inListPeriod } from "./list-period.ts";
import { readPaidFor } from "./paid-for.ts";
import { readScope } from "./scope.ts";
import { readZone } from "./zone.ts";

const cursorForm = z.tuple([instant, idCursor.def.items[0]]);

type DisputeRow = typeof disputes.$inferSelect;

/** A merchant's disputes, the newest first, with what each has taken by now. */
export const listDisputes = defineVerb({
  permission: "read",
  input: listDisputesInput,
  output: pageOf(disputeDto),
  async run({ ctx, input }) {
    return readDisputes(ctx, input);
  },
});

/** A page of the same, of a reader who may read it. */
export async function readDisputes(
  { merchantId }: Ctx,
  asked: z.output<typeof listDisputesInput>,
): Promise<Page<DisputeDto>> {
  const zone = await readZone(merchantId);
  const after = decodeCursor(asked.cursor, cursorForm);
  return readInTime(async (tx) => {
    const { environment } = await readScope(tx, merchantId, asked);
    const isOpen = isNull(disputes.closedAt);
    const rows = await tx
      .select()
      .from(disputes)
      .where(
        and(
          eq(disputes.merchantId, merchantId),
          eq(disputes.environment, environment),
          asked.currency === undefined ? undefined : eq(disputes.currency, asked.currency),
          asked.status === undefined ? undefined : eq(disputes.status, asked.status),
          asked.chargeId === undefined ? undefined : eq(disputes.chargeId, asked.chargeId),
          asked.isOpen === undefined ? undefined : asked.isOpen === "true" ? isOpen : not(isOpen),
          await inListPeriod(tx, sql`${disputes.openedAt}`, asked, zone),
          after
            ? sql`(${disputes.openedAt}, ${disputes.id}) < (${after[0]}::timestamptz, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(desc(disputes.openedAt), desc(disputes.id))
      .limit(asked.limit + 1);
    const payments = await readPaidFor(
      tx,
      merchantId,
      rows.flatMap(({ chargeId }) => chargeId ?? []),
    );
    const booked = await readBooked(tx, merchantId, rows);
    return toPage(
      rows,
      asked.limit,
      ({ openedAt, id }) => [openedAt.toISOString(), id],
      (row) => toDisputeDto(row, booked.get(row.id) ?? [], payments.get(row.chargeId ?? "") ?? null),
    );
  });
}

/** What the ledger has of disputes, by currency. */
async function readBooked(
  tx: Tx,
  merchantId: string,
  rows: readonly DisputeRow[],
): Promise<ReadonlyMap<string, DisputeDto["booked"]>> {
  if (rows.length === 0) return new Map();
  const sums = await tx.execute<{ id: string } & DisputeDto["booked"][number]>(sql`
    SELECT disputes.id, entry.currency,
      coalesce(-sum(entry.amount) FILTER (WHERE entry.account = 'disputes'), 0)::float8 AS disputed,
      coalesce(-sum(entry.amount) FILTER (WHERE entry.account IN ('dispute_fees', 'taxes')), 0)::float8 AS fees
    FROM disputes JOIN ledger_journals journal ON journal.merchant_id = disputes.merchant_id
      AND journal.object_id = disputes.dispute_id AND journal.kind <> 'payment' AND journal.book = 'merchant'
      AND journal.provider = disputes.provider AND journal.environment = disputes.environment
      AND journal.account_id = disputes.account_id
    JOIN ledger_entries entry ON entry.journal_id = journal.id
    WHERE disputes.merchant_id = ${merchantId} AND ${inArray(
      disputes.id,
      rows.map(({ id }) => id),
    )}
    GROUP BY 1, 2 ORDER BY 1, 2`);
  const byDispute = new Map<string, DisputeDto["booked"]>();
  for (const { id, ...booked } of sums) byDispute.set(id, [...(byDispute.get(id) ?? []), booked]);
  return byDispute;
}

function toDisputeDto(row: DisputeRow, booked: DisputeDto["booked"], charge: PaidFor | null): DisputeDto {
  const { id, disputeId, integrationId, provider, environment, amount, currency, reason, status } = row;
  const { isInquiry, providerStatus, answerBy, evidenceUrl, openedAt, closedAt } = row;
  return {
    id,
    disputeId,
    integrationId,
    provider,
    environment,
    amount,
    currency,
    reason,
    status,
    isInquiry,
    providerStatus,
    answerBy: answerBy?.toISOString() ?? null,
    evidenceUrl,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    booked,
    charge,
  };
}
