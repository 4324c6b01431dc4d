import { toLabel } from "#lib/to-label.ts";
import { paymentsChargesBrowser as t } from "#lib/words/en/screens/payments-charges-browser.ts";
/** Reasons that are told the provider as well, and what they are called here. */
export const refundReasons = () =>
  [
    { value: "requested_by_customer", label: t("refund_reasons_guest_asked") },
    { value: "duplicate", label: t("refund_reasons_charged_twice") },
    { value: "fraudulent", label: t("refund_reasons_payment_was_fraudulent") },
  ] as const;

/** A reason as it is read; what was typed elsewhere stands as it is. */
export function refundReasonText(reason: string): string {
  const known = refundReasons().find(({ value }) => value === reason)?.label;
  return known ?? (/^[a-z]+(_[a-z]+)+$/.test(reason) ? toLabel(reason) : reason);
}
