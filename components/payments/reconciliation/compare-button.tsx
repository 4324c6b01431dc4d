"use client";

import { Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { compareNow } from "#components/payments/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { paymentsReconciliationBrowser as t } from "#lib/words/en/screens/payments-reconciliation-browser.ts";

/** Reads an account at its provider now, and compares all of it with the ledger. */
export function CompareButton({ account }: { account: string }) {
  const router = useRouter();
  return (
    <DecisionForm
      action={compareNow}
      about={{ id: account }}
      done={({ open, mended }) => t("done_text", { open, corrected: mended })}
      refusedTitle={t("compare_button_was_not_compared")}
      onResult={() => router.refresh()}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Scale aria-hidden />} isPending={isPending}>
          {t("compare_button_compare_now")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
