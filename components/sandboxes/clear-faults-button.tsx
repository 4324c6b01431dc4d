"use client";

import { DecisionForm } from "#components/forms/decision-form.tsx";
import { switchFaultsOff } from "#components/sandboxes/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

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
      done={t("clear_faults_button_everything_works_again")}
      onResult={onDone}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" isPending={isPending}>
          {t("clear_faults_button_let_everything_work_again")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
