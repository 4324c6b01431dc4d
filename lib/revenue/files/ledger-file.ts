import type { z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import { type EntryAccount, entryAccounts } from "#lib/ledger/accounts.ts";
import type { FileCode } from "#lib/words/file-text.ts";
import { type JournalDto, listLedgerInput } from "../ledger-schema.ts";
import { asEarned, readLedger } from "../list-ledger.ts";
import { readZone } from "../zone.ts";
import { amountCell, clockIn, paidForCells, paidForHeading } from "./file-cells.ts";
import { listFile } from "./list-file.ts";

const ledgerFileInput = listLedgerInput.omit({ limit: true, cursor: true });

/** In the order in which a merchant reads a statement: what came in, what it cost, where it went, what is left. */
const columns: Record<EntryAccount, FileCode> = {
  payments: "file_payments",
  refunds: "file_refunds",
  disputes: "file_disputes",
  dispute_fees: "file_dispute_fees",
  platform_fees: "file_platform_fees",
  provider_fees: "file_providers_fees",
  taxes: "file_taxes",
  bank: "file_bank",
  transfers: "file_transfers",
  reserves: "file_reserves",
  adjustments: "file_adjustments",
  suspense: "file_not_explained_yet",
  balance: "file_balance",
};
const accounts = entryAccounts.toSorted((one, other) => findPlace(one) - findPlace(other));

function findPlace(account: EntryAccount): number {
  return Object.keys(columns).indexOf(account);
}

/**
 * The ledger as a file: a row for each journal with a column for each account, as reports have them. Each column adds up
 * to the number of a report; in each row the last column is the sum of the others.
 */
export const getLedgerFile = defineVerb({
  permission: "read",
  input: ledgerFileInput,
  output: filePieces,
  async run({ ctx, input }) {
    const asked: z.output<typeof ledgerFileInput> = input;
    const { name: zone } = await readZone(ctx.merchantId);
    const clock = clockIn(zone);
    return listFile(ctx, {
      zone,
      heading: [
        "file_reported_local",
        "file_reported_utc",
        "file_happened_utc",
        "file_available_utc",
        "file_kind",
        "file_providers_kind",
        "file_provider",
        "file_environment",
        "file_currency",
        ...accounts.map((account) => columns[account]),
        ...paidForHeading,
        "file_account_at_the_provider",
        "file_providers_id_of_the_movement",
        "file_providers_id_of_its_cause",
        "file_journal",
      ],
      readPage: (page) => readLedger(ctx, { ...asked, ...page }),
      readRows: (journal) => [
        [
          clock(journal.reportedAt),
          journal.reportedAt,
          journal.at,
          journal.availableAt,
          journal.kind,
          journal.providerKind,
          journal.provider,
          journal.environment,
          journal.currency,
          ...accounts.map((account) => amountCell(earnedIn(journal, account), journal.currency)),
          ...paidForCells(journal.charge),
          journal.accountId,
          journal.sourceId,
          journal.objectId,
          journal.id,
        ],
      ],
    });
  },
});

function earnedIn({ entries }: JournalDto, account: EntryAccount): number {
  return entries
    .filter((entry) => entry.account === account)
    .reduce((sum, entry) => sum + asEarned(entry), 0);
}
