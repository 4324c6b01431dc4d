import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";
import { customWebhookId } from "./custom-webhook-id.ts";

const steps = () => [
  {
    title: t("steps_name_address"),
    text: t("steps_whoever_looks_after_receiving"),
  },
  { title: t("steps_choose_events"), text: t("steps_all_them_only_some") },
  { title: t("steps_send_test"), text: t("steps_answer_other_side_shown") },
];

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

/** What a shop owner can do while an app is still to come. */
function UntilThen({ canCreate }: { canCreate: boolean }) {
  return (
    <Section title={t("until_then_title")} description={t("until_then_description")}>
      {canCreate ? (
        <ButtonLink href="/webhooks/new">{t("until_then_create_webhook")}</ButtonLink>
      ) : (
        <p className="text-muted">{t("until_then_owner_admin_your_shop")}</p>
      )}
    </Section>
  );
}

/** How a custom webhook is set up, from the first click to the first delivery. */
function WebhookSteps({ canCreate }: { canCreate: boolean }) {
  return (
    <Section title={t("webhook_steps_title")}>
      <div className="grid gap-4">
        <ol className="grid gap-3 md:grid-cols-3">
          {steps().map(({ title, text }, index) => (
            <li key={title} className="flex gap-3 rounded-card border border-line bg-surface p-4">
              <span
                aria-hidden
                className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
              >
                {index + 1}
              </span>
              <div className="grid content-start gap-0.5">
                <h3 className="font-medium">{title}</h3>
                <p className="text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="max-w-prose text-muted">
          {!canCreate && `${t("webhook_steps_owner_admin_your_shop")} `}
          {t.rich("webhook_steps_what_has_been_set", {
            link: (text) => <TextLink href="/webhooks">{text}</TextLink>,
          })}
        </p>
      </div>
    </Section>
  );
}
