import { defineVerb } from "#lib/auth/verb.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import { readPayouts } from "../list-payouts.ts";
import { listPayoutsInput, type PayoutDto } from "../payouts-schema.ts";
import { readZone } from "../zone.ts";
import { amountCell, clockIn } from "./file-cells.ts";
import { listFile } from "./list-file.ts";

export const payoutsFileInput = listPayoutsInput.omit({ limit: true, cursor: true });

/** What is known of a payout's items, as its page says it. */
const itemsText: Record<PayoutDto["items"], string> = {
  listed: "listed",
  not_yet: "not told yet",
  manual: "never told (by hand)",
  unsupported: "never told",
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
      heading: [
        `Made (${zone})`,
        "Made (UTC)",
        "At the bank (UTC)",
        "Provider",
        "Environment",
        "Currency",
        "Amount",
        "Status",
        "Provider's status",
        "Can still fail",
        "By",
        "Items",
        "Why it failed",
        "Account at the provider",
        "Provider's id",
        "Payout",
      ],
      readPage: (page) => readPayouts(ctx, { ...asked, ...page }),
      rowsOf: (payout) => [
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
          payout.isFinal ? "no" : "yes",
          payout.isAutomatic ? "schedule" : "hand",
          itemsText[payout.items],
          payout.message,
          payout.accountId,
          payout.payoutId,
          payout.id,
        ],
      ],
    });
  },
});
