import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function LoadingRecipe() {
  return <DetailLoading what="the recipe" />;
}
