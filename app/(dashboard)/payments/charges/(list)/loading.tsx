import { ListLoading } from "#components/listing/list-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function ChargesLoading() {
  return <ListLoading title={t("charges_loading_title")} label={t("charges_loading_label")} />;
}
