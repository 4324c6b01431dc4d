import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function PayoutLoading() {
  return <DetailLoading label={t("payout_loading_label")} />;
}
