import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the marketplace says when no app fits the search. */
export function NoApps() {
  return (
    <Card isFlush>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="No apps match"
        description="Try another word or all categories. A custom webhook reaches any tool that can receive web requests."
        action={<ButtonLink href="/marketplace">Show all apps</ButtonLink>}
      />
    </Card>
  );
}
