import { BookOpen } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { recipesPages as t } from "#lib/words/en/screens/recipes-pages.ts";

export default function RecipeNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<BookOpen />}
        title={t("recipe_not_found_title")}
        description={t("recipe_not_found_description")}
        action={<ButtonLink href="/recipes">{t("recipe_not_found_show_all_recipes")}</ButtonLink>}
      />
    </Card>
  );
}
