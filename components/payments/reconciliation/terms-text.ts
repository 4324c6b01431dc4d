import type { PaymentAccountDto } from "#lib/revenue/reconciliation-schema.ts";
import { paymentsReconciliation as t } from "#lib/words/en/screens/payments-reconciliation.ts";

/** Who pays the provider's fees, and who bears losses that the account cannot, as the provider says of the account. */
export function termsText(terms: PaymentAccountDto["terms"], providerName: string): string | null {
  if (terms === null) return null;
  const fees = bearer(terms.fees, providerName);
  const losses = bearer(terms.losses, providerName);
  const told = [
    ...(fees === null ? [] : [t("terms_text_providername_s_fees_paid", { providerName, fees })]),
    ...(losses === null ? [] : [t("terms_text_what_account_cannot_pay", { losses })]),
  ];
  return told.length === 0 ? null : told.join(" ");
}

function bearer(who: string | undefined, providerName: string): string | null {
  if (who === undefined) return null;
  if (who === "application") return t("bearer_platform");
  return who === "account" ? "you" : providerName;
}
