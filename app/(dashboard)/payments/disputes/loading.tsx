import { ListLoading } from "#components/listing/list-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function DisputesLoading() {
  return <ListLoading title={t("disputes_loading_title")} label={t("disputes_loading_label")} />;
}
