"use client";

import { RotateCw } from "lucide-react";
import { retryDeliveryNow } from "#components/deliveries/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";

interface RetryButtonProps {
  delivery: DeliveryDto;
  variant: "primary" | "secondary";
  onChanged: () => Promise<void>;
}

/** Sends the delivery again; says beside the button why that was refused. */
export function RetryButton({ delivery, variant, onChanged }: RetryButtonProps) {
  const label =
    delivery.status === "delivered" ? "Send again" : delivery.status === "pending" ? "Try now" : "Retry";
  return (
    <DecisionForm
      action={retryDeliveryNow}
      about={{ id: delivery.id }}
      done="It is being sent again"
      refusedTitle="It was not sent again"
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
  if (code === "delivery_in_flight") return "Wait for the answer; it shows up below.";
  if (code === "webhook_disabled" || code === "webhook_paused")
    return <TextLink href={`/webhooks/${destinationId}`}>Open the webhook</TextLink>;
  if (code === "automation_off")
    return <TextLink href={`/automations/${destinationId}`}>Open the automation</TextLink>;
  return null;
}
