import { Send } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

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
        title="Nothing has been sent yet"
        description="Tell Patchbay where your events should go. From then on, every scan and every order that is sent there shows up here."
        action={
          canCreateWebhook && (
            <ButtonLink href="/webhooks/new" variant="primary">
              Create webhook
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<Send aria-hidden />}
      title="Nothing has been sent yet"
      description="All is ready. The next scan or order shows up here within a second of happening."
      action={
        <ButtonLink href="/events" variant="primary">
          Send an event to try it
        </ButtonLink>
      }
    />
  );
}
