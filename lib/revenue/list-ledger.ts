import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import { charges } from "#db/schema/payments.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { instant } from "#lib/instant-schema.ts";
import type { EntryAccount } from "#lib/ledger/accounts.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Page } from "#lib/listing/page.ts";
import { pageOf } from "#lib/listing/page.ts";
import { findJournals } from "./find-journals.ts";
import { type JournalDto, journalDto, listLedgerInput } from "./ledger-schema.ts";
import { inListPeriod } from "./list-period.ts";
import { findPaidFor } from "./paid-for.ts";
import { readScope } from "./scope.ts";
import { readZone } from "./zone.ts";

const cursorForm = z.tuple([instant, idCursor.def.items[0]]);

const journalFacts = z.object({
  fees: z
    .array(z.object({ kind: z.string(), providerKind: z.string(), amount: z.number() }))
    .catch([])
    .default([]),
});

/**
 * A merchant's journals with their entries, the newest first, as reports have them. Their amounts add up to the number of
 * a report that names the same accounts and the same period.
 */
export const listLedger = defineVerb({
  permission: "read",
  input: listLedgerInput,
  output: pageOf(journalDto),
  async run({ ctx, input }) {
    return readLedger(ctx, input);
  },
});

/** A page of the same, of a reader who may read it. */
export async function readLedger(
  { merchantId }: Ctx,
  asked: z.output<typeof listLedgerInput>,
): Promise<Page<JournalDto>> {
  const zone = await readZone(merchantId);
  const after = decodeCursor(asked.cursor, cursorForm);
  return readInTime(async (tx) => {
    const { environment } = await readScope(tx, merchantId, asked);
    const within = and(
      await inListPeriod(tx, sql`journal.reported_at`, asked, zone),
      asked.chargeId === undefined ? undefined : await isAbout(tx, merchantId, asked.chargeId),
    );
    const accounts = asked.account ?? [];
    const ids = await findJournals(tx, {
      merchantId,
      environment,
      currency: asked.currency,
      accounts,
      within,
      asked,
      zone,
      after: after && { at: after[0], id: after[1] },
      count: asked.limit + 1,
    });
    const journals = await readJournals(tx, merchantId, ids, accounts);
    return toPage(
      journals,
      asked.limit,
      ({ reportedAt, id }) => [reportedAt, id],
      (journal) => journal,
    );
  });
}

async function isAbout(tx: Tx, merchantId: string, id: string) {
  const [charge] = await tx
    .select({ chargeId: charges.chargeId })
    .from(charges)
    .where(and(eq(charges.merchantId, merchantId), eq(charges.id, id)));
  if (!charge) throw invalidInput([{ path: "chargeId", message: say("field_no_payment") }]);
  return sql`journal.payment_id = ${charge.chargeId}`;
}

/** These journals, in this order. */
export async function readJournals(
  tx: Tx,
  merchantId: string,
  ids: readonly string[],
  accounts: readonly EntryAccount[],
): Promise<JournalDto[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(ledgerJournals)
    .where(and(eq(ledgerJournals.merchantId, merchantId), inArray(ledgerJournals.id, [...ids])));
  const entries = await tx
    .select()
    .from(ledgerEntries)
    .where(inArray(ledgerEntries.journalId, [...ids]))
    .orderBy(asc(ledgerEntries.position));
  const paidFor = await findPaidFor(tx, merchantId, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const loadEntries = Map.groupBy(entries, ({ journalId }) => journalId);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return [toJournalDto(row, loadEntries.get(id) ?? [], accounts, paidFor(row))];
  });
}

function toJournalDto(
  row: typeof ledgerJournals.$inferSelect,
  entries: readonly (typeof ledgerEntries.$inferSelect)[],
  accounts: readonly EntryAccount[],
  charge: JournalDto["charge"],
): JournalDto {
  const { id, kind, providerKind, provider, environment, accountId, sourceId, objectId, currency } = row;
  const wanted: readonly EntryAccount[] = accounts.length === 0 ? ["balance"] : accounts;
  return {
    id,
    kind,
    providerKind,
    provider,
    environment,
    accountId,
    sourceId,
    objectId,
    currency,
    amount: entries
      .filter(({ account }) => wanted.includes(account))
      .reduce((sum, entry) => sum + asEarned(entry), 0),
    at: row.effectiveAt.toISOString(),
    reportedAt: row.reportedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    availableAt: row.availableAt.toISOString(),
    entries: entries.map(({ account, amount }) => ({ account, amount })),
    fees: journalFacts.safeParse(row.facts).data?.fees ?? [],
    charge,
  };
}

/** What a merchant earned by an entry: out of `payments` is what came in; into the balance it is as it stands. */
export function asEarned({ account, amount }: { account: EntryAccount; amount: number }): number {
  return account === "balance" || amount === 0 ? amount : -amount;
}
