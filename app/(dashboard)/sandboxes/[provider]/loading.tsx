import { DetailLoading } from "#components/listing/detail-loading.tsx";
import { sandboxesPages as t } from "#lib/words/en/screens/sandboxes-pages.ts";

export default function SandboxLoading() {
  return <DetailLoading label={t("sandbox_loading_label")} />;
}
