"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import type { DecisionAction } from "#components/forms/use-decision.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { automationsReplayBrowser as t } from "#lib/words/en/screens/automations-replay-browser.ts";

interface ReplayFormProps {
  action: DecisionAction<{ href: string }>;
  about: Readonly<Record<string, string>>;
  label: string;
}

/** Carries out the plan that is shown, and leads to what it made. */
export function ReplayForm({ action, about, label }: ReplayFormProps) {
  const router = useRouter();
  return (
    <DecisionForm
      action={action}
      about={about}
      refusedTitle={t("replay_form_nothing_was_replayed")}
      onResult={(result) => {
        if (result.ok) router.push(result.data.href);
      }}
    >
      {({ isPending }) => (
        <SubmitButton icon={<RotateCw aria-hidden />} isPending={isPending}>
          {label}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
