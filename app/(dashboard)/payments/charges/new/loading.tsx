import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function NewChargeLoading() {
  return <DetailLoading label={t("new_charge_loading_label")} />;
}
