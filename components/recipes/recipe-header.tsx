import { AppMark } from "#components/marketplace/app-mark.tsx";
import { cn } from "#components/ui/cn.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";
import type { ShownRecipe } from "./recipe-card.tsx";

const steps = () => [t("steps_connect"), t("steps_choose"), t("steps_preview_switch")] as const;

/** The top of a recipe's page: what one gets of it, and how far one has come. */
export function RecipeHeader({ recipe, apps, step }: ShownRecipe & { step: 1 | 2 | 3 }) {
  const [first] = recipe.automations;
  return (
    <>
      <PageHeader
        back={{ href: "/recipes", label: t("recipe_header_recipes") }}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="flex gap-1.5">
              {apps.map((app) => (
                <AppMark key={app.id} app={app} size="sm" />
              ))}
            </span>
            {recipe.title}
          </span>
        }
        description={
          <>
            {recipe.benefit}
            {first && (
              <>
                {" "}
                {t.rich("recipe_header_you_use_already_textlink", {
                  textLink: <TextLink href={`/automations/${first.id}`}>{first.name}</TextLink>,
                })}
              </>
            )}
          </>
        }
      />
      <ol aria-label={t("recipe_header_steps")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {steps().map((label, index) => (
          <li
            key={label}
            aria-current={index + 1 === step ? "step" : undefined}
            className={cn(
              "flex items-center gap-2",
              index + 1 === step ? "font-medium text-ink" : "text-muted",
            )}
          >
            <span
              aria-hidden
              className={cn(
                "grid size-6 place-items-center rounded-pill border",
                index + 1 === step ? "border-accent bg-accent text-on-accent" : "border-line-strong",
              )}
            >
              {index + 1}
            </span>
            {label}
            {index + 1 < step && <span className="sr-only"> {t("recipe_header_done")}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
