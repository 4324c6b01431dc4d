"use client";

import { stopDelivery } from "#app/(dashboard)/deliveries/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastDone } from "#components/ui/toast.tsx";
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

  async function cancel(): Promise<string | undefined> {
    const result = await stopDelivery(delivery.id).catch(() => null);
    if (result === null) return "It was not cancelled: Patchbay cannot be reached. Try again.";
    await onChanged();
    if (!result.ok) return result.message;
    toastDone("The delivery is cancelled");
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="ghost">Cancel delivery</Button>}
      title="Cancel this delivery?"
      description={`The event stays in your log, and you can still send it to ${name} later by hand.`}
      stops={[`All further attempts to reach ${name} with this event`]}
      confirmLabel="Cancel delivery"
      cancelLabel="Keep it"
      onConfirm={cancel}
    />
  );
}
