import { defineVerb } from "#lib/auth/verb.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import { amountCell, clockIn } from "#lib/revenue/files/file-cells.ts";
import { listFile } from "#lib/revenue/files/list-file.ts";
import { readZone } from "#lib/revenue/zone.ts";
import { readCharges } from "./list-charges.ts";
import { chargesFileInput } from "./schema.ts";

/** Payments as a file, the newest first: a row for each, also for those that were not paid. */
export const getChargesFile = defineVerb({
  permission: "read",
  input: chargesFileInput,
  output: filePieces,
  async run({ ctx, input: asked }) {
    const { name: zone } = await readZone(ctx.merchantId);
    const clock = clockIn(zone);
    return listFile(ctx, {
      zone,
      heading: [
        "file_made_local",
        "file_made_utc",
        "file_paid_utc",
        "file_provider",
        "file_environment",
        "file_currency",
        "file_amount",
        "file_tip",
        "file_platform_fee",
        "file_merchants_part",
        "file_refunded",
        "file_currency_of_the_providers_fee",
        "file_providers_fee",
        "file_status",
        "file_providers_status",
        "file_why_it_failed",
        "file_made_by",
        "file_mode",
        "file_order",
        "file_customer",
        "file_email",
        "file_description",
        "file_connection",
        "file_providers_id",
        "file_payment",
      ],
      readPage: (page) => readCharges(ctx, { ...asked, ...page }),
      readRows: (charge) => {
        const { currency, providerFee, customer } = charge;
        const amount = (minor: number | null) => (minor === null ? null : amountCell(minor, currency));
        return [
          [
            clock(charge.createdAt),
            charge.createdAt,
            charge.paidAt,
            charge.provider,
            charge.environment,
            currency,
            amount(charge.amount),
            amount(charge.tip),
            amount(charge.platformFee),
            amount(charge.merchantPart),
            amount(charge.refunded),
            providerFee?.currency ?? null,
            providerFee && amountCell(providerFee.amount, providerFee.currency),
            charge.status,
            charge.providerStatus,
            charge.failure?.message ?? null,
            charge.origin,
            charge.mode,
            charge.orderId,
            customer?.name ?? null,
            customer?.email ?? null,
            charge.description,
            charge.integrationId,
            charge.providerPaymentId,
            charge.id,
          ],
        ];
      },
    });
  },
});
