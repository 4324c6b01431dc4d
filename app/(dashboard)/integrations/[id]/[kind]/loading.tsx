import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { integrationsPages as t } from "#lib/words/en/screens/integrations-pages.ts";

export default function RecordsLoading() {
  return <DetailLoading label={t("records_loading_label")} />;
}
