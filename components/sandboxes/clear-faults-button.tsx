"use client";

import { DecisionForm } from "#components/forms/decision-form.tsx";
import { switchFaultsOff } from "#components/sandboxes/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";

interface ClearFaultsButtonProps {
  provider: string;
  onDone: () => Promise<void>;
}

/** Lets every call work again. */
export function ClearFaultsButton({ provider, onDone }: ClearFaultsButtonProps) {
  return (
    <DecisionForm
      action={switchFaultsOff}
      about={{ provider }}
      done="Everything works again"
      onResult={onDone}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" isPending={isPending}>
          Let everything work again
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
