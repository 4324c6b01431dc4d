"use client";

import { Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { compareNow } from "#components/payments/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Reads an account at its provider now, and compares all of it with the ledger. */
export function CompareButton({ account }: { account: string }) {
  const router = useRouter();
  return (
    <DecisionForm
      action={compareNow}
      about={{ id: account }}
      done={doneText}
      refusedTitle="It was not compared"
      onResult={() => router.refresh()}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Scale aria-hidden />} isPending={isPending}>
          Compare now
        </SubmitButton>
      )}
    </DecisionForm>
  );
}

function doneText({ open, mended }: { open: number; mended: number }): string {
  const told =
    open === 0 ? "all agrees" : open === 1 ? "one difference is open" : `${open} differences are open`;
  return mended === 0 ? `Compared: ${told}` : `Compared: ${told}, ${mended} mended`;
}
