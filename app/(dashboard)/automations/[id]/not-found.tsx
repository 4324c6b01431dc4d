import { Workflow } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export default function AutomationNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Workflow />}
        title={t("automation_not_found_title")}
        description={t("automation_not_found_description")}
        action={<ButtonLink href="/automations">{t("automation_not_found_show_all_automations")}</ButtonLink>}
      />
    </Card>
  );
}
