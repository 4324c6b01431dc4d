import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function ChargeLoading() {
  return <DetailLoading label={t("charge_loading_label")} />;
}
