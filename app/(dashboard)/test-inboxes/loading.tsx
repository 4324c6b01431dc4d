import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { testInboxesPages as t } from "#lib/words/en/screens/test-inboxes-pages.ts";

export default function TestInboxesLoading() {
  return <DetailLoading what={t("test_inboxes_loading_test_inboxes")} />;
}
