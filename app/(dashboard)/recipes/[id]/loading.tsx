import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { recipesPages as t } from "#lib/words/en/screens/recipes-pages.ts";

export default function LoadingRecipe() {
  return <DetailLoading label={t("loading_recipe_label")} />;
}
