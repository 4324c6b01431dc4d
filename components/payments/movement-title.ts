import { lookUp } from "#lib/look-up.ts";
import { toLabel } from "#lib/to-label.ts";
import { payments as t } from "#lib/words/en/screens/payments.ts";

const titles = (): Readonly<Record<string, string>> => ({
  payment: t("movement_titles_payment"),
  refund: t("movement_titles_refund"),
  dispute: t("movement_titles_dispute"),
  payout: t("movement_titles_payout"),
  top_up: t("movement_titles_top_up"),
  provider_fee: t("movement_titles_provider_fee"),
  tax: t("movement_titles_tax"),
  platform_fee: t("movement_titles_platform_fee"),
  transfer: t("movement_titles_transfer"),
  reserve: t("movement_titles_reserve"),
  adjustment: t("movement_titles_adjustment"),
  unknown: t("movement_titles_unknown"),
});

/** What a movement of money is called. A kind that came to be after this page is told by its own name. */
export function movementTitle(kind: string): string {
  return lookUp(titles(), kind) ?? toLabel(kind);
}
