import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function RefundLoading() {
  return <DetailLoading label={t("refund_loading_label")} />;
}
