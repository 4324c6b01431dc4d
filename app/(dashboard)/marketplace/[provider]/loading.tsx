import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";

export default function AppLoading() {
  return <DetailLoading label={t("app_loading_label")} />;
}
