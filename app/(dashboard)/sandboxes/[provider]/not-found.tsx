import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { sandboxesPages as t } from "#lib/words/en/screens/sandboxes-pages.ts";

export default function SandboxNotFound() {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t("sandbox_not_found_title")}
      description={t("sandbox_not_found_description")}
      action={<ButtonLink href="/marketplace">{t("sandbox_not_found_marketplace")}</ButtonLink>}
    />
  );
}
