"use client";

import { stopDelivery } from "#components/deliveries/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
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
      trigger={<Button variant="ghost">{t("cancel_button_cancel_delivery")}</Button>}
      title={t("cancel_button_title")}
      description={t("cancel_button_description", { name })}
      stops={[t("cancel_button_all_further_attempts_reach", { name })]}
      confirmLabel={t("cancel_button_cancel_delivery")}
      cancelLabel={t("cancel_button_keep")}
      action={stopDelivery}
      about={{ id: delivery.id }}
      done={t("cancel_button_delivery_cancelled")}
      onDone={onChanged}
    />
  );
}
