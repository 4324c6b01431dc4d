"use client";

import { stopDelivery } from "#components/deliveries/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { destinationText } from "./destination-text.ts";

interface CancelButtonProps {
  delivery: DeliveryDto;
  onChanged: () => Promise<void>;
}

/** Stops a delivery that waits, after asking once. */
export function CancelButton({ delivery, onChanged }: CancelButtonProps) {
  const { destination } = delivery;
  const name = destination.description || destinationText(destination.label).host;

  return (
    <ConfirmDialog
      trigger={<Button variant="ghost">Cancel delivery</Button>}
      title="Cancel this delivery?"
      description={`The event stays in your log, and you can still send it to ${name} later by hand.`}
      stops={[`All further attempts to reach ${name} with this event`]}
      confirmLabel="Cancel delivery"
      cancelLabel="Keep it"
      action={stopDelivery}
      about={{ id: delivery.id }}
      done="The delivery is cancelled"
      onDone={onChanged}
    />
  );
}
