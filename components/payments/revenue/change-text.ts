import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";

/** How a number compares with the period before: "12% more", "as before", "none before"; "" where that means nothing. */
export function changeText(now: number | null, before: number | null): string {
  if (now === null || before === null || (before === 0 && now === 0)) return "";
  if (before === 0) return t("change_text_none_before");
  // A change of sign has no share that would mean anything.
  if (before < 0 !== now < 0 && now !== 0) return "";
  const percent = Math.round(((Math.abs(now) - Math.abs(before)) / Math.abs(before)) * 100);
  if (percent === 0) return t("change_text_as_before");
  const share = Math.abs(percent) > 999 ? t("change_text_over_999") : `${Math.abs(percent)}%`;
  return t("change_text_share", { share, is: percent > 0 ? "yes" : "no" });
}
