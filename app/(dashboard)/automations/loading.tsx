import { ListLoading } from "#components/listing/list-loading.tsx";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export default function LoadingAutomations() {
  return <ListLoading title={t("loading_automations_title")} label={t("loading_automations_label")} />;
}
