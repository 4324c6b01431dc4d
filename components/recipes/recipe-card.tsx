import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Link } from "#components/ui/link.tsx";
import { Status } from "#components/ui/status.tsx";
import type { NamedApp } from "#lib/marketplace/find-apps.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";

export interface ShownRecipe {
  recipe: RecipeDto;
  /** Its apps with their marks. */
  apps: readonly NamedApp[];
}

/** One recipe in the gallery: its apps, what one gets of it, and what is there of it already. */
function RecipeCard({ recipe, apps }: ShownRecipe) {
  return (
    <li className="flex min-w-0 cursor-pointer flex-col gap-2.5 rounded-card border border-line-strong bg-surface p-4 shadow-card transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:bg-accent-soft">
      <div className="flex items-center justify-between gap-3">
        <span className="flex flex-wrap gap-1.5">
          {apps.map((app) => (
            <AppMark key={app.id} app={app} size="sm" />
          ))}
        </span>
        {recipe.automations.length > 0 && (
          <Status tone="success" className="text-sm">
            {t("recipe_card_use")}
          </Status>
        )}
      </div>
      <div className="grid gap-0.5">
        <Link
          href={`/recipes/${recipe.id}`}
          data-row-link
          className="w-fit rounded-tag font-semibold hover:underline max-md:min-h-6"
        >
          {recipe.title}
        </Link>
        <p className="text-muted">{recipe.benefit}</p>
      </div>
      <p className="mt-auto text-subtle text-sm">{apps.map(({ name }) => name).join(", ")}</p>
    </li>
  );
}

/** Recipes side by side. */
export function RecipeGrid({ recipes }: { recipes: readonly ShownRecipe[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {recipes.map((shown) => (
        <RecipeCard key={shown.recipe.id} {...shown} />
      ))}
    </ul>
  );
}
