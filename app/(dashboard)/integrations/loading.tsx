import { ListLoading } from "#components/listing/list-loading.tsx";
import { integrationsPages as t } from "#lib/words/en/screens/integrations-pages.ts";

export default function IntegrationsLoading() {
  return <ListLoading title={t("integrations_loading_title")} label={t("integrations_loading_label")} />;
}
