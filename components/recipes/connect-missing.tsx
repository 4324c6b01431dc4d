import { Check, PlugZap } from "lucide-react";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { connectForRecipe } from "#components/recipes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { recipes as t } from "#lib/words/en/screens/recipes.ts";
import type { ShownRecipe } from "./recipe-card.tsx";

/** The apps of a recipe: those that are connected, and a button for each that is not. It leads back here afterwards. */
export function ConnectMissing({ recipe, apps, canWrite }: ShownRecipe & { canWrite: boolean }) {
  const missing = new Set(recipe.missingApps.map(({ id }) => id));
  const [first] = recipe.missingApps;
  return (
    <Card isFlush>
      <ul className="divide-y divide-line">
        {apps.map((app) => (
          <li
            key={app.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-card py-3.5"
          >
            <span className="flex items-center gap-3 font-medium">
              <AppMark app={app} />
              {app.name}
            </span>
            {missing.has(app.id) ? (
              canWrite ? (
                <form action={connectForRecipe}>
                  <HiddenFields values={{ recipe: recipe.id, provider: app.id }} />
                  <SubmitButton
                    variant={app.id === first?.id ? "primary" : "secondary"}
                    icon={<PlugZap aria-hidden />}
                  >
                    {t("connect_missing_connect_name", { name: app.name })}
                  </SubmitButton>
                </form>
              ) : (
                <span className="text-muted">{t("connect_missing_not_connected")}</span>
              )
            ) : (
              <span className="inline-flex items-center gap-1.5 font-medium text-success">
                <Check aria-hidden className="size-4" /> {t("connect_missing_connected")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
