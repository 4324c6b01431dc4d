import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";
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
            { key: t("app_view_category"), value: app.category.label },
            { key: common("state"), value: stateText(app) },
            {
              key: t("app_view_developers"),
              value: (
                <TextLink href={app.docsUrl} target="_blank" rel="noreferrer">
                  {t("app_view_documentation_replace", { replace: host.replace(/^www\./, "") })}
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
  if (status === "available") return t("state_text_available_you_can_use");
  return t("state_text_coming_soon_name_cannot", { name });
}
