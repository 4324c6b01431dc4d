import { Notice } from "#components/ui/notice.tsx";
import type { ChargeDetailDto } from "#lib/payments/schema.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";

/** What somebody has to know of a payment before its numbers. */
export function ChargeNotice({ charge, providerName }: { charge: ChargeDetailDto; providerName: string }) {
  const { status, failure } = charge;
  switch (status) {
    case "unknown":
      return (
        <Notice tone="warning" title={t("charge_notice_title")}>
          {t("charge_notice_answer_providername_was_lost", { providerName })}
        </Notice>
      );
    case "begun":
      return (
        <Notice tone="progress" title={t("charge_notice_being_asked")}>
          {t("charge_notice_providername_being_asked_this", { providerName })}
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="danger" title={t("charge_notice_guest_did_not_pay")}>
          {failure?.message ?? t("charge_notice_providername_did_not_say", { providerName })}
        </Notice>
      );
    case "processing":
      return (
        <Notice tone="progress" title={t("charge_notice_guest_s_bank_work")}>
          {t("charge_notice_this_can_take_some")}
        </Notice>
      );
    case "ended":
      return (
        <Notice tone="neutral" title={t("charge_notice_nobody_can_pay_this")}>
          {t("charge_notice_was_ended_before_guest")}
        </Notice>
      );
    case "waiting":
    case "succeeded":
      return null;
  }
}
