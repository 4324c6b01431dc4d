import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export default function LoadingAutomation() {
  return <DetailLoading label={t("loading_automation_label")} />;
}
