import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function RevenueLoading() {
  return <DetailLoading label={t("revenue_loading_label")} />;
}
