import { Plug } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { integrationsPages as t } from "#lib/words/en/screens/integrations-pages.ts";

export default function IntegrationNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Plug aria-hidden />}
        title={t("integration_not_found_title")}
        description={t("integration_not_found_description")}
        action={
          <ButtonLink href="/integrations">{t("integration_not_found_show_connected_apps")}</ButtonLink>
        }
      />
    </Card>
  );
}
