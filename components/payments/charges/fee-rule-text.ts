import type { ChargeDetailDto } from "#lib/payments/schema.ts";
import { amountText } from "../amount.tsx";

type FeeRule = NonNullable<ChargeDetailDto["feeRule"]>;

/** How a fee came about, in one sentence: "4% of €50.00 is €2.00." */
export function feeRuleText(
  { basisPoints, minimum, share, ceiling, decidedBy }: FeeRule,
  { amount, currency, fee }: { amount: number; currency: string; fee: number },
): string {
  const money = (minor: number) => amountText({ minor, currency });
  const percent = `${(basisPoints / 100).toLocaleString("en-GB", { maximumFractionDigits: 2 })}%`;
  const shareText = `${percent} of ${money(amount)} is ${money(share)}`;
  switch (decidedBy) {
    case "share":
      return `${shareText}.`;
    case "minimum":
      return `${shareText}, which is less than the minimum of ${money(minimum)}.`;
    case "ceiling":
      return `${shareText}, at least ${money(minimum)}; but no fee is above 5%, which is ${money(ceiling)}${fee === ceiling ? "" : `, so ${money(fee)}`}.`;
  }
}
