import { defineVerb } from "#lib/auth/verb.ts";
import type { CsvCell } from "#lib/csv/csv-text.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import { fileText } from "#lib/words/file-text.ts";
import type { Locale } from "#lib/words/locale.ts";
import { type DisputeDto, listDisputesInput } from "../disputes-schema.ts";
import { readDisputes } from "../list-disputes.ts";
import { readZone } from "../zone.ts";
import { amountCell, clockIn, paidForCells, paidForHeading } from "./file-cells.ts";
import { listFile } from "./list-file.ts";

const disputesFileInput = listDisputesInput.omit({ limit: true, cursor: true });

/**
 * Disputes as a file, the newest first: a row for each. What one has taken stands in the currency of the balance; where
 * that is more than one currency, each further one has a row of its own, without the amount, so that no sum counts it twice.
 */
export const getDisputesFile = defineVerb({
  permission: "read",
  input: disputesFileInput,
  output: filePieces,
  async run({ ctx, input: asked }) {
    const { name: zone } = await readZone(ctx.merchantId);
    const clock = clockIn(zone);
    return listFile(ctx, {
      zone,
      heading: [
        "file_opened_local",
        "file_opened_utc",
        "file_answer_by_utc",
        "file_closed_utc",
        "file_provider",
        "file_environment",
        "file_currency",
        "file_amount",
        "file_status",
        "file_providers_status",
        "file_inquiry",
        "file_reason",
        "file_currency_of_the_balance",
        "file_taken_from_the_balance",
        "file_fees",
        ...paidForHeading,
        "file_evidence_at",
        "file_providers_id",
        "file_dispute",
      ],
      readPage: (page) => readDisputes(ctx, { ...asked, ...page }),
      readRows: (dispute) => readRows(dispute, clock, ctx.locale),
    });
  },
});

function readRows(dispute: DisputeDto, clock: (iso: string) => string, locale: Locale): CsvCell[][] {
  const { booked, currency, amount } = dispute;
  return (booked.length === 0 ? [null] : booked).map((taken, at) => [
    clock(dispute.openedAt),
    dispute.openedAt,
    dispute.answerBy,
    dispute.closedAt,
    dispute.provider,
    dispute.environment,
    currency,
    at === 0 ? amountCell(amount, currency) : null,
    dispute.status,
    dispute.providerStatus,
    fileText(dispute.isInquiry ? "file_yes" : "file_no", {}, locale),
    dispute.reason,
    taken?.currency ?? null,
    taken && amountCell(taken.disputed, taken.currency),
    taken && amountCell(taken.fees, taken.currency),
    ...paidForCells(dispute.charge),
    dispute.evidenceUrl,
    dispute.disputeId,
    dispute.id,
  ]);
}
