import { Webhook } from "lucide-react";
import { hrefWith } from "#components/listing/search-params.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";

interface InboxAddressProps {
  url: string;
  canCreateWebhook: boolean;
}

/** Where the inbox is reached, and the way to a webhook that sends there. */
export function InboxAddress({ url, canCreateWebhook }: InboxAddressProps) {
  return (
    <Card
      title="Address"
      description="A webhook with this URL sends its events here."
      actions={
        canCreateWebhook && (
          <ButtonLink href={hrefWith("/webhooks/new", { url })} icon={<Webhook aria-hidden />}>
            Create webhook to this inbox
          </ButtonLink>
        )
      }
    >
      <Copyable text={url} label="URL" />
    </Card>
  );
}
