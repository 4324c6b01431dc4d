import { Plus } from "lucide-react";
import { AutomationLines } from "#components/automations/automation-lines.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";
import { RecipeGrid, type ShownRecipe } from "./recipe-card.tsx";

interface WhatShouldHappenProps {
  appName: string;
  /** Those that use the connection; empty = nothing happens on its own yet. */
  automations: readonly AutomationSummary[];
  /** Recipes with this app. */
  recipes: readonly ShownRecipe[];
  zone: string;
  canWrite: boolean;
}

/** What a connected app does on its own, and what it could do. */
export function WhatShouldHappen({ appName, automations, recipes, zone, canWrite }: WhatShouldHappenProps) {
  const isUsed = automations.length > 0;
  return (
    <>
      {isUsed && (
        <Section title={t("what_should_happen_title")}>
          <Card isFlush>
            <AutomationLines automations={automations} zone={zone} />
          </Card>
        </Section>
      )}
      {canWrite && (recipes.length > 0 || !isUsed) && (
        <Section
          title={
            isUsed
              ? t("what_should_happen_what_else_should_happen")
              : t("what_should_happen_what_should_happen")
          }
          description={isUsed ? undefined : t("what_should_happen_description", { appName })}
          actions={
            <ButtonLink href="/automations/new" icon={<Plus aria-hidden />}>
              {t("what_should_happen_start_from_scratch")}
            </ButtonLink>
          }
        >
          <RecipeGrid recipes={recipes} />
        </Section>
      )}
    </>
  );
}
