import { Plug } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function IntegrationNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Plug aria-hidden />}
        title="There is no such connection"
        description="None of your apps is connected under this address. It may be mistyped."
        action={<ButtonLink href="/integrations">Show connected apps</ButtonLink>}
      />
    </Card>
  );
}
