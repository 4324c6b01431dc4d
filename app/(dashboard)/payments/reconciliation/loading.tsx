import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function ReconciliationLoading() {
  return <DetailLoading label={t("reconciliation_loading_label")} />;
}
