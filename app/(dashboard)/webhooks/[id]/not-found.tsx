import { Webhook } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function WebhookNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Webhook />}
        title="There is no such webhook"
        description="It may have been deleted, or the address is mistyped. What it delivered is still among the deliveries."
        action={<ButtonLink href="/webhooks">Show all webhooks</ButtonLink>}
      />
    </Card>
  );
}
