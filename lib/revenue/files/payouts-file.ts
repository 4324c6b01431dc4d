import { defineVerb } from "#lib/auth/verb.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import { type FileCode, fileText } from "#lib/words/file-text.ts";
import { readPayouts } from "../list-payouts.ts";
import { listPayoutsInput, type PayoutDto } from "../payouts-schema.ts";
import { readZone } from "../zone.ts";
import { amountCell, clockIn } from "./file-cells.ts";
import { listFile } from "./list-file.ts";

const payoutsFileInput = listPayoutsInput.omit({ limit: true, cursor: true });

/** What is known of a payout's items, as its page says it. */
const itemsText: Record<PayoutDto["items"], FileCode> = {
  listed: "file_items_listed",
  not_yet: "file_items_not_yet",
  manual: "file_items_manual",
  unsupported: "file_items_unsupported",
};

/** Payouts as a file, the newest first: a row for each. */
export const getPayoutsFile = defineVerb({
  permission: "read",
  input: payoutsFileInput,
  output: filePieces,
  async run({ ctx, input: asked }) {
    const { name: zone } = await readZone(ctx.merchantId);
    const clock = clockIn(zone);
    return listFile(ctx, {
      zone,
      heading: [
        "file_made_local",
        "file_made_utc",
        "file_at_the_bank_utc",
        "file_provider",
        "file_environment",
        "file_currency",
        "file_amount",
        "file_status",
        "file_providers_status",
        "file_can_still_fail",
        "file_by",
        "file_items",
        "file_why_it_failed",
        "file_account_at_the_provider",
        "file_providers_id",
        "file_payout",
      ],
      readPage: (page) => readPayouts(ctx, { ...asked, ...page }),
      readRows: (payout) => [
        [
          clock(payout.createdAt),
          payout.createdAt,
          payout.arrivesAt,
          payout.provider,
          payout.environment,
          payout.currency,
          amountCell(payout.amount, payout.currency),
          payout.status,
          payout.providerStatus,
          fileText(payout.isFinal ? "file_no" : "file_yes", {}, ctx.locale),
          fileText(payout.isAutomatic ? "file_by_schedule" : "file_by_hand", {}, ctx.locale),
          fileText(itemsText[payout.items], {}, ctx.locale),
          payout.message,
          payout.accountId,
          payout.payoutId,
          payout.id,
        ],
      ],
    });
  },
});
