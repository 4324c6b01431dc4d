import type { PaymentAccountDto } from "#lib/revenue/reconciliation-schema.ts";
import { paymentsReconciliation as t } from "#lib/words/en/screens/payments-reconciliation.ts";
import { dayText } from "../day-text.ts";

/** Up to which day numbers never change any more, and by what that can be proven. */
export function sealedText({ newestSeal }: Pick<PaymentAccountDto, "newestSeal">): string {
  if (newestSeal === null) return t("sealed_text_none_yet");
  const { day, journals, hash } = newestSeal;
  const entries = t("sealed_text_journals_plural_one_1", { journals });
  return t("sealed_text_up_daytext_utc_entries", {
    dayText: dayText(`${day}T00:00:00Z`),
    entries,
    slice: hash.slice(0, 12),
  });
}
