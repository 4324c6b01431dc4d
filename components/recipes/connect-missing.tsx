import { Check, PlugZap } from "lucide-react";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { connectForRecipe } from "#components/recipes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
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
                    Connect {app.name}
                  </SubmitButton>
                </form>
              ) : (
                <span className="text-muted">Not connected</span>
              )
            ) : (
              <span className="inline-flex items-center gap-1.5 font-medium text-success">
                <Check aria-hidden className="size-4" /> Connected
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
