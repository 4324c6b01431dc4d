import { ListLoading } from "#components/listing/list-loading.tsx";
import { noticesPages as t } from "#lib/words/en/screens/notices-pages.ts";

export default function NoticesLoading() {
  return <ListLoading title={t("notices_loading_title")} label={t("notices_loading_label")} />;
}
