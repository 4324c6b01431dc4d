import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";

export default function BehindLoading() {
  return <DetailLoading label={t("behind_loading_label")} />;
}
