import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function BehindLoading() {
  return <DetailLoading what={t("behind_loading_payments")} />;
}
