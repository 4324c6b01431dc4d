import { CircleDot } from "lucide-react";
import { whenText } from "#components/automations/when-text.ts";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { RecipeDto } from "#lib/recipes/schema.ts";
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
            When {whenText(recipe.event.type)}
            {recipe.hasCondition && <span className="font-normal text-muted">, if its condition is met</span>}
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
                  {step.mode === "review" && <Badge tone="info">Asks first</Badge>}
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
    ...(hasCondition ? ["Not for every event: it has a condition."] : []),
    ...(freshForSeconds === null
      ? []
      : [`Skipped once the event is older than ${spanText(freshForSeconds)}.`]),
    ...(mustReachWithinSeconds === null
      ? []
      : [`You are told if it is not done within ${spanText(mustReachWithinSeconds)}.`]),
  ];
}
