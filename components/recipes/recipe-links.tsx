import { TextLink } from "#components/ui/text-link.tsx";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";

/** Recipes as links, for the page of an app that is not connected yet. */
export function RecipeLinks({ recipes }: { recipes: readonly RecipeDto[] }) {
  if (recipes.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t("recipe_links_recipes_with")}</h3>
      <ul className="grid gap-1.5">
        {recipes.map(({ id, title }) => (
          <li key={id}>
            <TextLink href={`/recipes/${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
