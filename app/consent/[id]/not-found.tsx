import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { consentPages as t } from "#lib/words/en/screens/consent-pages.ts";

export default function ConsentNotFound() {
  return (
    <main id="content" className="grid min-h-dvh place-content-center">
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("consent_not_found_title")}
        description={t("consent_not_found_description")}
        action={<ButtonLink href="/marketplace">{t("consent_not_found_marketplace")}</ButtonLink>}
      />
    </main>
  );
}
