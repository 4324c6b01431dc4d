"use client";

import { Ban } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { endChargeNow } from "#components/payments/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Takes a payment back that waits for its guest: its link then leads nowhere. */
export function EndCharge({ id }: { id: string }) {
  const router = useRouter();
  return (
    <DecisionForm
      action={endChargeNow}
      about={{ id }}
      done={({ status }) => (status === "ended" ? "Ended" : "The guest was quicker: it is paid")}
      refusedTitle="It was not ended"
      onResult={() => router.refresh()}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Ban aria-hidden />} isPending={isPending}>
          End it
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
