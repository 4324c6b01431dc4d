import { ListLoading } from "#components/listing/list-loading.tsx";

export default function LoadingRecipes() {
  return <ListLoading title="Recipes" what="recipes" />;
}
