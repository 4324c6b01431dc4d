"use client";

import { Power } from "lucide-react";
import { useRouter } from "next/navigation";
import { whenText } from "#components/automations/when-text.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { chooseAgain, switchRecipeOn } from "#components/recipes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipesBrowser as t } from "#lib/words/en/screens/recipes-browser.ts";

interface SwitchOnProps {
  recipe: Pick<RecipeDto, "id">;
  draft: Pick<AutomationSummary, "id" | "revision" | "eventType">;
}

/** The last decision: switch on what was previewed, or choose again. */
export function SwitchOn({ recipe, draft }: SwitchOnProps) {
  const router = useRouter();
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="max-w-prose">
          {t("switch_on_look_below_once_runs", { whenText: whenText(draft.eventType) })}
        </p>
        <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">
          <DecisionForm
            action={chooseAgain}
            about={{ id: draft.id, recipe: recipe.id }}
            refusedTitle={t("switch_on_was_not_thrown_away")}
            onResult={(result) => {
              if (result.ok) router.push(result.data.href);
            }}
          >
            {({ isPending }) => (
              <SubmitButton variant="secondary" isPending={isPending}>
                {t("switch_on_choose_again")}
              </SubmitButton>
            )}
          </DecisionForm>
          <DecisionForm
            action={switchRecipeOn}
            about={{ id: draft.id, revision: String(draft.revision) }}
            refusedTitle={t("switch_on_was_not_switched")}
            onResult={(result) => {
              if (result.ok) router.push(result.data.href);
            }}
          >
            {({ isPending }) => (
              <SubmitButton icon={<Power aria-hidden />} isPending={isPending}>
                {t("switch_on_switch")}
              </SubmitButton>
            )}
          </DecisionForm>
        </div>
      </div>
    </Card>
  );
}
