import { Store } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";

export default function AppNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Store />}
        title={t("app_not_found_title")}
        description={t("app_not_found_description")}
        action={<ButtonLink href="/marketplace">{t("app_not_found_show_all_apps")}</ButtonLink>}
      />
    </Card>
  );
}
