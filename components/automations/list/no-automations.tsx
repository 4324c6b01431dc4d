import { ListChecks, SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** What the list of automations says while there is nothing to list. */
export function NoAutomations({ isFiltered, canCreate }: { isFiltered: boolean; canCreate: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No automation matches"
        description="Try another word, or look at all of them."
        action={<ButtonLink href="/automations">Show all automations</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={<ListChecks />}
      title="No automations yet"
      description={
        canCreate ? (
          <>
            An automation has your apps do something when an order is placed or a code is scanned. A recipe
            sets one up in a few minutes; or <TextLink href="/automations/new">start from scratch</TextLink>.
          </>
        ) : (
          "An automation has your apps do something when an order is placed or a code is scanned. An owner or admin of the shop can set one up."
        )
      }
      action={
        <ButtonLink href="/recipes" variant="primary">
          See the recipes
        </ButtonLink>
      }
    />
  );
}
