import { Workflow } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function AutomationNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Workflow />}
        title="Automation not found"
        description="It may have been deleted. Check the link; what it did is still among the deliveries."
        action={<ButtonLink href="/automations">Show all automations</ButtonLink>}
      />
    </Card>
  );
}
