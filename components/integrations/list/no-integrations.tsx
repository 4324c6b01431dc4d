import { Plug } from "lucide-react";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the list says while there is nothing to list. */
export function NoIntegrations({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <NothingMatches what="connected apps" clearHref="/integrations" />;
  return (
    <EmptyState
      icon={<Plug aria-hidden />}
      title="No apps are connected yet"
      description="Connect the apps that you already use. Each account will appear here with how it is doing, and what to do when something is wrong."
      action={
        <ButtonLink href="/marketplace" variant="primary">
          Open the marketplace
        </ButtonLink>
      }
    />
  );
}
