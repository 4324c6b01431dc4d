"use client";

import { RotateCw } from "lucide-react";
import { retryDeliveryNow } from "#components/deliveries/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";

interface RetryButtonProps {
  delivery: DeliveryDto;
  variant: "primary" | "secondary";
  onChanged: () => Promise<void>;
}

/** Sends the delivery again; says beside the button why that was refused. */
export function RetryButton({ delivery, variant, onChanged }: RetryButtonProps) {
  const label =
    delivery.status === "delivered"
      ? t("retry_button_send_again")
      : delivery.status === "pending"
        ? t("retry_button_try_now")
        : t("retry_button_retry");
  return (
    <DecisionForm
      action={retryDeliveryNow}
      about={{ id: delivery.id }}
      done={t("retry_button_being_sent_again")}
      refusedTitle={t("retry_button_was_not_sent_again")}
      remedy={({ code }) => <RefusalRemedy code={code} destinationId={delivery.destination.id} />}
      onResult={onChanged}
    >
      {({ isPending }) => (
        <SubmitButton
          variant={variant}
          icon={<RotateCw aria-hidden />}
          isPending={isPending || delivery.isInFlight}
        >
          {label}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}

function RefusalRemedy({ code, destinationId }: { code: string; destinationId: string }) {
  if (code === "delivery_in_flight") return t("refusal_remedy_wait_answer_shows_up");
  if (code === "webhook_disabled" || code === "webhook_paused")
    return <TextLink href={`/webhooks/${destinationId}`}>{t("refusal_remedy_open_webhook")}</TextLink>;
  if (code === "automation_off")
    return <TextLink href={`/automations/${destinationId}`}>{t("refusal_remedy_open_automation")}</TextLink>;
  return null;
}
