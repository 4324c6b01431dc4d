import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What a filtered list says when it is empty. `what` is its plural, such as "deliveries". */
export function NothingMatches({ what, clearHref }: { what: string; clearHref: string }) {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={`No ${what} match`}
      description="Try fewer filters, another spelling, or a longer period."
      action={<ButtonLink href={clearHref}>Clear search and filters</ButtonLink>}
    />
  );
}
