"use client";

import { RotateCw } from "lucide-react";
import { retryWaitingNow } from "#components/deliveries/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { overview as t } from "#lib/words/en/screens/overview.ts";

interface TryNowButtonProps {
  /** Of the webhook, or of the automation. */
  webhookId: string;
  /** What it is called, read out with the button. */
  name: string;
  /** Reads the page again. */
  onRetried: () => Promise<void>;
}

/** Tries everything that failed before and waits for a webhook or an automation once more, now. */
export function TryNowButton({ webhookId, name, onRetried }: TryNowButtonProps) {
  return (
    <DecisionForm
      action={retryWaitingNow}
      about={{ webhookId }}
      done={({ retried }) =>
        retried === 0
          ? t("try_now_button_nothing_waiting_any_more")
          : t("try_now_button_retried_being_tried_now", { retried })
      }
      refusedTitle={t("try_now_button_nothing_was_tried")}
      onResult={onRetried}
    >
      {({ isPending }) => (
        <SubmitButton
          variant="secondary"
          icon={<RotateCw aria-hidden />}
          isPending={isPending}
          aria-label={t("try_now_button_try_now_name", { name })}
        >
          {t("try_now_button_try_now")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
