import { ListLoading } from "#components/listing/list-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function PayoutsLoading() {
  return <ListLoading title={t("payouts_loading_title")} label={t("payouts_loading_label")} />;
}
