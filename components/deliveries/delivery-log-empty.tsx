import { Send } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";

interface DeliveryLogEmptyProps {
  /** A webhook, or an automation that is on. */
  hasReceiver: boolean;
  canCreateWebhook: boolean;
}

/** What the log says before the first delivery: what it will hold, and the one next step. */
export function DeliveryLogEmpty({ hasReceiver, canCreateWebhook }: DeliveryLogEmptyProps) {
  if (!hasReceiver) {
    return (
      <EmptyState
        icon={<Send aria-hidden />}
        title={t("delivery_log_empty_title")}
        description={t("delivery_log_empty_description")}
        action={
          canCreateWebhook && (
            <ButtonLink href="/webhooks/new" variant="primary">
              {t("delivery_log_empty_create_webhook")}
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<Send aria-hidden />}
      title={t("delivery_log_empty_title")}
      description={t("delivery_log_empty_all_ready_next_scan")}
      action={
        <ButtonLink href="/events" variant="primary">
          {t("delivery_log_empty_send_event_try")}
        </ButtonLink>
      }
    />
  );
}
