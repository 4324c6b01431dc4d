import { Store } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function AppNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Store />}
        title="There is no such app"
        description="The marketplace has none under this address. It may be mistyped."
        action={<ButtonLink href="/marketplace">Show all apps</ButtonLink>}
      />
    </Card>
  );
}
