import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { say } from "#lib/failures/say.ts";
import { readBalances } from "#lib/ledger/read-balances.ts";
import { getStep } from "#lib/money/currency-rules.ts";
import { readBeside } from "./charge-dto.ts";
import { requireCharge } from "./find-charge.ts";
import { moneyText } from "./money-text.ts";
import { renderPreview } from "./refund-preview-dto.ts";
import { readRefundable, resolveRefundAmount } from "./refundable.ts";
import { previewRefundInput, refundPreviewDto } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";

/**
 * Who would get and who would bear what of a refund, before it is asked for. The platform's part is in proportion, as the
 * app has it; how the app rounds it does not say, so the part is an estimate unless all that is left goes back.
 * @throws {AppError} as the refund itself would
 */
export const previewRefund = defineVerb({
  permission: "read",
  input: previewRefundInput,
  output: refundPreviewDto,
  async run({ ctx, input: { id, amount: wanted } }) {
    const charge = await requireCharge(db(), ctx, id);
    const amount = await resolveRefundAmount(db(), charge, wanted);
    const { left } = await readRefundable(db(), charge);
    const beside = (await readBeside(db(), ctx.merchantId, [charge]))(charge);
    const back = charge.fee === null ? null : estimateFeeReturn(charge, charge.fee, beside.refunded, amount);
    const merchantPays = back === null ? null : amount - back.amount;
    const waits = await isBeyondBalance(charge, amount);
    const kept = beside.providerFee;
    const guest = moneyText(amount, charge.currency);
    const keptText = kept && kept.amount > 0 ? moneyText(kept.amount, kept.currency) : null;
    const told =
      back === null || back.amount === 0 || merchantPays === null
        ? say("refund_told_without_fee", { guest, kept: keptText, waits: waits === true })
        : say("refund_told", {
            guest,
            merchant: moneyText(merchantPays, charge.currency),
            platform: moneyText(back.amount, charge.currency),
            kept: keptText,
            waits: waits === true,
          });
    return renderPreview(
      {
        amount,
        currency: charge.currency,
        left: left - amount,
        guestGets: amount,
        platformGivesBack: back?.amount ?? null,
        isPlatformPartEstimated: back?.isEstimate ?? false,
        merchantPays,
        providerFeeKept: kept,
        waitsForBalance: waits,
      },
      told,
      ctx.locale,
    );
  },
});

/**
 * As large a part of the fee as has gone back of the payment by then, less what went back before
 * (https://docs.stripe.com/connect/direct-charges#issue-refunds). Rounded half up to a step, which is ours: an estimate.
 */
function estimateFeeReturn(
  { amount: whole, currency }: ChargeRow,
  fee: number,
  before: number,
  amount: number,
): { amount: number; isEstimate: boolean } {
  const step = BigInt(getStep(currency, new Date()));
  const upTo = (refunded: number) => {
    if (refunded >= whole) return BigInt(fee);
    const unit = BigInt(whole) * step;
    const product = BigInt(fee) * BigInt(refunded);
    return (product / unit + ((product % unit) * 2n >= unit ? 1n : 0n)) * step;
  };
  const isWhole = before === 0 && amount === whole;
  return { amount: Number(upTo(before + amount) - upTo(before)), isEstimate: fee > 0 && !isWhole };
}

/** By the ledger; null where it knows nothing of the currency, as that of a payout account may be another one. */
async function isBeyondBalance(charge: ChargeRow, amount: number): Promise<boolean | null> {
  const { merchantId, provider, environment, accountId, currency } = charge;
  const book = { merchantId, provider, environment, accountId, book: "merchant" } as const;
  const held = (await readBalances(book, new Date())).find((one) => one.currency === currency);
  return held ? held.available < amount : null;
}
