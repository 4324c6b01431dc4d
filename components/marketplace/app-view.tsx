import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { customWebhookId } from "./custom-webhook-id.ts";
import { UntilThen } from "./until-then.tsx";
import { WebhookSteps } from "./webhook-steps.tsx";

interface AppViewProps {
  app: CatalogueEntryDto;
  /** Whether the reader may create webhooks. */
  canCreate: boolean;
  /** What an app has that is used without an account to connect. */
  children?: ReactNode;
}

/** One app: where it stands, where its documentation is, and what can be done today. */
export function AppView({ app, canCreate, children }: AppViewProps) {
  const { host } = new URL(app.docsUrl);
  return (
    <div className="grid gap-section">
      <Card>
        <KeyValueList
          items={[
            { key: "Category", value: app.category.label },
            { key: "State", value: stateText(app) },
            {
              key: "For developers",
              value: (
                <TextLink href={app.docsUrl} target="_blank" rel="noreferrer">
                  Documentation at {host.replace(/^www\./, "")}
                </TextLink>
              ),
            },
          ]}
        />
      </Card>
      {app.id === customWebhookId && <WebhookSteps canCreate={canCreate} />}
      {children}
      {app.status === "planned" && <UntilThen canCreate={canCreate} />}
    </div>
  );
}

function stateText({ status, name }: CatalogueEntryDto): string {
  if (status === "available") return "Available. You can use it now.";
  return `Coming soon. ${name} cannot be connected yet, and there is no date for it.`;
}
