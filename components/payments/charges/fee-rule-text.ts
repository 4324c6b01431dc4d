import { numberFormat } from "#lib/intl.ts";
import type { ChargeDetailDto } from "#lib/payments/schema.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { amountText } from "../amount.tsx";

type FeeRule = NonNullable<ChargeDetailDto["feeRule"]>;

/** How a fee came about, in one sentence: "4% of €50.00 is €2.00." */
export function feeRuleText(
  { basisPoints, minimum, share, ceiling, decidedBy }: FeeRule,
  { amount, currency, fee }: { amount: number; currency: string; fee: number },
): string {
  const money = (minor: number) => amountText({ minor, currency });
  const percent = `${numberFormat(readerIntlLocale(), { maximumFractionDigits: 2 }).format(basisPoints / 100)}%`;
  const shareText = t("fee_rule_text_percent_money_money2", {
    percent,
    money: money(amount),
    money2: money(share),
  });
  switch (decidedBy) {
    case "share":
      return `${shareText}.`;
    case "minimum":
      return t("fee_rule_text_sharetext_which_less_than", { shareText, money: money(minimum) });
    case "ceiling":
      return t("fee_rule_text_sharetext_least_money_but", {
        shareText,
        money: money(minimum),
        money2: money(ceiling),
        is: fee === ceiling ? "yes" : "no",
        money3: money(fee),
      });
  }
}
