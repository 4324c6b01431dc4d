"use client";

import { RotateCw } from "lucide-react";
import { useState, useTransition } from "react";
import { retryDeliveryNow } from "#app/(dashboard)/deliveries/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";

interface RetryButtonProps {
  delivery: DeliveryDto;
  variant: "primary" | "secondary";
  onChanged: () => Promise<void>;
}

type Refusal = { code: string; message: string };

const UNREACHED: Refusal = { code: "unreached", message: "Patchbay cannot be reached. Try again." };

/** Sends the delivery again; says beside the button why that was refused. */
export function RetryButton({ delivery, variant, onChanged }: RetryButtonProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function retry() {
    setRefusal(null);
    startTransition(async () => {
      const result = await retryDeliveryNow(delivery.id).catch(() => null);
      if (result === null) return setRefusal(UNREACHED);
      if (result.ok) toastDone("It is being sent again");
      else setRefusal(result);
      await onChanged();
    });
  }

  const label =
    delivery.status === "delivered" ? "Send again" : delivery.status === "pending" ? "Try now" : "Retry";
  return (
    <>
      <Button
        variant={variant}
        icon={<RotateCw aria-hidden />}
        isPending={isPending || delivery.isInFlight}
        onClick={retry}
      >
        {label}
      </Button>
      {refusal && (
        <div role="alert" className="order-last basis-full">
          <Notice tone="warning" title="It was not sent again">
            {refusal.message} <RefusalRemedy refusal={refusal} webhookId={delivery.destination.id} />
          </Notice>
        </div>
      )}
    </>
  );
}

function RefusalRemedy({ refusal, webhookId }: { refusal: Refusal; webhookId: string }) {
  if (refusal.code === "delivery_in_flight") return "Wait for the answer; it shows up below.";
  if (refusal.code === "webhook_disabled") {
    return <TextLink href={`/webhooks/${webhookId}`}>Open the webhook</TextLink>;
  }
  return null;
}
