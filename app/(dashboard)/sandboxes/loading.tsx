import { ListLoading } from "#components/listing/list-loading.tsx";
import { sandboxesPages as t } from "#lib/words/en/screens/sandboxes-pages.ts";

export default function SandboxesLoading() {
  return <ListLoading title={t("sandboxes_loading_title")} label={t("sandboxes_loading_label")} />;
}
