import { Plus, SearchX, Webhook } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

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
        title="No webhook matches"
        description="Try another word, or look at all of them."
        action={<ButtonLink href="/webhooks">Show all webhooks</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Webhook />}
      title="No webhooks yet"
      description={
        <>
          A webhook tells another app the moment something happens in your shop: an order is paid, a code is
          scanned. Each will appear here with how well it does.
          {!canCreate && " An owner or admin of the shop can create one."}
          {canCreate && hasSandbox && (
            <>
              {" "}
              Nothing to send to yet? A <TextLink href="/test-inboxes">test inbox</TextLink> takes whatever
              you send it.
            </>
          )}
        </>
      }
      action={
        canCreate && (
          <ButtonLink href="/webhooks/new" variant="primary" icon={<Plus aria-hidden />}>
            Create webhook
          </ButtonLink>
        )
      }
    />
  );
}
