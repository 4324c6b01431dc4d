import { ListLoading } from "#components/listing/list-loading.tsx";
import { recipesPages as t } from "#lib/words/en/screens/recipes-pages.ts";

export default function LoadingRecipes() {
  return <ListLoading title={t("loading_recipes_title")} label={t("loading_recipes_label")} />;
}
