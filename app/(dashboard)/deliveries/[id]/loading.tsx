import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { deliveriesPages as t } from "#lib/words/en/screens/deliveries-pages.ts";

export default function DeliveryLoading() {
  return <DetailLoading label={t("delivery_loading_label")} />;
}
