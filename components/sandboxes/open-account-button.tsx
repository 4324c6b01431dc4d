"use client";

import { Plus } from "lucide-react";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { openAccount } from "#components/sandboxes/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

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
      done={t("open_account_button_another_account_open")}
      refusedTitle={t("open_account_button_no_account_was_opened")}
      onResult={onDone}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Plus aria-hidden />} isPending={isPending}>
          {t("open_account_button_open_another_account")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
