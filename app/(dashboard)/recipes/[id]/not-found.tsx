import { BookOpen } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function RecipeNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<BookOpen />}
        title="Recipe not found"
        description="Check the link."
        action={<ButtonLink href="/recipes">Show all recipes</ButtonLink>}
      />
    </Card>
  );
}
