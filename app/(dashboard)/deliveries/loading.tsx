import { ListLoading } from "#components/listing/list-loading.tsx";
import { deliveriesPages as t } from "#lib/words/en/screens/deliveries-pages.ts";

export default function DeliveriesLoading() {
  return <ListLoading title={t("deliveries_loading_title")} label={t("deliveries_loading_label")} />;
}
