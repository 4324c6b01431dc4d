"use client";

import { Plus } from "lucide-react";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { openAccount } from "#components/sandboxes/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";

interface OpenAccountButtonProps {
  provider: string;
  onDone: () => Promise<void>;
}

/** Opens one more account at the app. */
export function OpenAccountButton({ provider, onDone }: OpenAccountButtonProps) {
  return (
    <DecisionForm
      action={openAccount}
      about={{ provider }}
      done="Another account is open"
      refusedTitle="No account was opened"
      onResult={onDone}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Plus aria-hidden />} isPending={isPending}>
          Open another account
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
