import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";

/** What the gallery says when no recipe fits the search. */
export function NoRecipes() {
  return (
    <Card isFlush>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("no_recipes_title")}
        description={t("no_recipes_description")}
        action={<ButtonLink href="/recipes">{t("no_recipes_show_all_recipes")}</ButtonLink>}
      />
    </Card>
  );
}
