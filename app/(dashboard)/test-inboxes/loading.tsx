import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { testInboxesPages as t } from "#lib/words/en/screens/test-inboxes-pages.ts";

export default function TestInboxesLoading() {
  return <DetailLoading label={t("test_inboxes_loading_label")} />;
}
