"use client";

import { RotateCw } from "lucide-react";
import { retryWaitingNow } from "#components/deliveries/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { counted } from "#components/webhooks/figures.ts";

interface TryNowButtonProps {
  /** Of the webhook, or of the automation. */
  webhookId: string;
  /** What it is called, read out with the button. */
  name: string;
  /** Reads the page anew. */
  onRetried: () => Promise<void>;
}

/** Tries everything that failed before and waits for a webhook or an automation once more, now. */
export function TryNowButton({ webhookId, name, onRetried }: TryNowButtonProps) {
  return (
    <DecisionForm
      action={retryWaitingNow}
      about={{ webhookId }}
      done={({ retried }) =>
        retried === 0 ? "Nothing is waiting any more" : `${counted(retried, "is", "are")} being tried now`
      }
      refusedTitle="Nothing was tried"
      onResult={onRetried}
    >
      {({ isPending }) => (
        <SubmitButton
          variant="secondary"
          icon={<RotateCw aria-hidden />}
          isPending={isPending}
          aria-label={`Try now: ${name}`}
        >
          Try now
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
