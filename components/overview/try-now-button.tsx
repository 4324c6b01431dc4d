"use client";

import { RotateCw } from "lucide-react";
import { retryWaitingNow } from "#app/(dashboard)/deliveries/actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { counted } from "#components/webhooks/figures.ts";

interface TryNowButtonProps {
  webhookId: string;
  /** What the webhook is called, read out with the button. */
  name: string;
  /** Reads the page anew. */
  onRetried: () => Promise<void>;
}

/** Tries everything that failed before and waits for a webhook once more, now. */
export function TryNowButton({ webhookId, name, onRetried }: TryNowButtonProps) {
  return (
    <DecisionForm
      action={retryWaitingNow}
      about={{ webhookId }}
      done={({ retried }) =>
        retried === 0
          ? "Nothing is waiting any more"
          : `${counted(retried, "delivery is", "deliveries are")} being tried now`
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
