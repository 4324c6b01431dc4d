import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function RefundLoading() {
  return <DetailLoading what={t("refund_loading_what_can_given_back")} />;
}
