"use client";

import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { endChargeNow } from "#components/payments/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { paymentsChargesBrowser as t } from "#lib/words/en/screens/payments-charges-browser.ts";

/** Takes a payment back that waits for its guest: its link then leads nowhere. */
export function EndCharge({ id }: { id: string }) {
  const router = useRouter();
  return (
    <DecisionForm
      action={endChargeNow}
      about={{ id }}
      done={({ status }) =>
        status === "ended" ? t("end_charge_ended") : t("end_charge_guest_was_quicker_paid")
      }
      refusedTitle={t("end_charge_was_not_ended")}
      onResult={() => router.refresh()}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Ban aria-hidden />} isPending={isPending}>
          {t("end_charge_end")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
