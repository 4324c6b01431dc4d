import { Notice } from "#components/ui/notice.tsx";
import type { PayoutDto } from "#lib/revenue/payouts-schema.ts";
import { paymentsPayouts as t } from "#lib/words/en/screens/payments-payouts.ts";
import { dayText } from "../day-text.ts";
import { contentsWords } from "./contents-words.ts";

/** What somebody has to know about a payout before its numbers, and what to do about one that failed. */
export function PayoutNotice({ payout, providerName }: { payout: PayoutDto; providerName: string }) {
  if (payout.status === "failed") {
    return (
      <Notice tone="danger" title={t("payout_notice_title")}>
        <p>{payout.message ?? t("payout_notice_providername_did_not_say", { providerName })}</p>
        <p className="mt-1">{t("payout_notice_check_bank_account_providername", { providerName })}</p>
      </Notice>
    );
  }
  if (payout.status === "canceled") {
    return (
      <Notice tone="neutral" title={t("payout_notice_this_payout_was_cancelled")}>
        {t("payout_notice_money_stayed_your_providername", { providerName })}
      </Notice>
    );
  }
  return (
    <>
      {payout.status === "paid" && !payout.isFinal && (
        <Notice tone="info" title={t("payout_notice_may_still_come_back")}>
          {t("payout_notice_providername_has_sent_bank", { providerName })}
        </Notice>
      )}
      {(payout.status === "pending" || payout.status === "in_transit") && (
        <Notice tone="progress" title={t("payout_notice_way_bank")}>
          {t("payout_notice_providername_expects_there_daytext", {
            providerName,
            dayText: dayText(payout.arrivesAt),
          })}
        </Notice>
      )}
      {contentsWords()[payout.items].long && (
        <Notice tone="info" title={t("payout_notice_what_not_listed")}>
          {contentsWords()[payout.items].long}
        </Notice>
      )}
    </>
  );
}
