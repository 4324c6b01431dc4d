import { CircleDot } from "lucide-react";
import { whenText } from "#components/automations/when-text.ts";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";
import { spanText } from "#lib/words/span-text.ts";
import type { ShownRecipe } from "./recipe-card.tsx";

/** What a recipe does, step by step. */
export function RecipeSteps({ recipe, apps }: ShownRecipe) {
  return (
    <Card>
      <ol className="grid gap-3.5">
        <li className="flex items-center gap-3">
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-pill border border-line-strong text-muted"
          >
            <CircleDot className="size-4" />
          </span>
          <span className="font-medium">
            {t.rich("recipe_steps_when", {
              when: whenText(recipe.event.type),
              hasCondition: recipe.hasCondition ? "yes" : "no",
              condition: (text) => <span className="font-normal text-muted">{text}</span>,
            })}
          </span>
        </li>
        {recipe.steps.map((step) => {
          const app = apps.find(({ id }) => id === step.app.id);
          return (
            <li key={step.key} className="flex items-start gap-3">
              {app && <AppMark app={app} size="sm" />}
              <span className="grid min-w-0 gap-0.5">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                  {step.title}
                  <span className="font-normal text-muted">{step.app.name}</span>
                  {step.mode === "review" && <Badge tone="info">{t("recipe_steps_asks_first")}</Badge>}
                </span>
                {remarks(step).map((remark) => (
                  <span key={remark} className="text-muted text-sm">
                    {remark}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function remarks(step: RecipeDto["steps"][number]): string[] {
  const { hasCondition, freshForSeconds, mustReachWithinSeconds } = step;
  return [
    ...(hasCondition ? [t("remarks_not_every_event_has")] : []),
    ...(freshForSeconds === null
      ? []
      : [t("remarks_skipped_once_event_older", { spanText: spanText(freshForSeconds) })]),
    ...(mustReachWithinSeconds === null
      ? []
      : [t("remarks_you_told_if_not", { spanText: spanText(mustReachWithinSeconds) })]),
  ];
}
