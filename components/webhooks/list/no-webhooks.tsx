import { Plus, SearchX, Webhook } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { webhooksList as t } from "#lib/words/en/screens/webhooks-list.ts";

interface NoWebhooksProps {
  isFiltered: boolean;
  canCreate: boolean;
  hasSandbox: boolean;
}

/** What the list says while there is nothing to list. */
export function NoWebhooks({ isFiltered, canCreate, hasSandbox }: NoWebhooksProps) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("no_webhooks_title")}
        description={t("no_webhooks_description")}
        action={<ButtonLink href="/webhooks">{t("no_webhooks_show_all_webhooks")}</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Webhook />}
      title={t("no_webhooks_no_webhooks_yet")}
      description={
        <>
          {t("no_webhooks_webhook_tells_another_app")}
          {!canCreate && ` ${t("no_webhooks_owner_admin_shop_can")}`}
          {canCreate && hasSandbox && (
            <>
              {" "}
              {t.rich("no_webhooks_nothing_send_yet_test", {
                link: (text) => <TextLink href="/test-inboxes">{text}</TextLink>,
              })}
            </>
          )}
        </>
      }
      action={
        canCreate && (
          <ButtonLink href="/webhooks/new" variant="primary" icon={<Plus aria-hidden />}>
            {t("no_webhooks_create_webhook")}
          </ButtonLink>
        )
      }
    />
  );
}
