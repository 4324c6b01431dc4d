import { Webhook } from "lucide-react";
import { hrefWith } from "#components/listing/search-params.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";

interface InboxAddressProps {
  url: string;
  canCreateWebhook: boolean;
}

/** Where the inbox is reached, and the way to a webhook that sends there. */
export function InboxAddress({ url, canCreateWebhook }: InboxAddressProps) {
  return (
    <Card
      title={t("inbox_address_title")}
      description={t("inbox_address_description")}
      actions={
        canCreateWebhook && (
          <ButtonLink href={hrefWith("/webhooks/new", { url })} icon={<Webhook aria-hidden />}>
            {t("inbox_address_create_webhook_this_inbox")}
          </ButtonLink>
        )
      }
    >
      <Copyable text={url} label={common("url")} />
    </Card>
  );
}
