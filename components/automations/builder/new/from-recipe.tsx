import { BookOpenCheck } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { automationsBuilderNew as t } from "#lib/words/en/screens/automations-builder-new.ts";

/** The short way: something that others have set up before. */
export function FromRecipe() {
  return (
    <Card title={t("from_recipe_title")} description={t("from_recipe_description")}>
      <ButtonLink variant="primary" href="/recipes" icon={<BookOpenCheck aria-hidden />}>
        {t("from_recipe_choose_recipe")}
      </ButtonLink>
    </Card>
  );
}
