import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What the gallery says when no recipe fits the search. */
export function NoRecipes() {
  return (
    <Card isFlush>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="No recipe matches"
        description="Try another word or all trades. You can also build an automation from scratch."
        action={<ButtonLink href="/recipes">Show all recipes</ButtonLink>}
      />
    </Card>
  );
}
