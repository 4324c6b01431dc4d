import { Webhook } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";

export default function WebhookNotFound() {
  return (
    <Card>
      <EmptyState
        icon={<Webhook />}
        title={t("webhook_not_found_title")}
        description={t("webhook_not_found_description")}
        action={<ButtonLink href="/webhooks">{t("webhook_not_found_show_all_webhooks")}</ButtonLink>}
      />
    </Card>
  );
}
