import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Section } from "#components/ui/section.tsx";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { ActionList } from "../actions/action-list.tsx";
import { BenefitList } from "./benefit-list.tsx";
import { DeveloperFacts } from "./developer-facts.tsx";
import { PermissionList } from "./permission-list.tsx";

interface ProviderViewProps {
  app: CatalogueDetailDto;
  /** The form that connects it. */
  connectPanel: ReactNode;
  /** Recipes with this app; empty where there is none. */
  recipes: ReactNode;
}

/** An app that is not connected: what it would do, what it may see, what to have ready, and Connect. */
export function ProviderView({ app, connectPanel, recipes }: ProviderViewProps) {
  return (
    <div className="grid gap-section lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_auto_auto_1fr] lg:items-start">
      <Section title={t("provider_view_title")} description={t("provider_view_description")}>
        <div className="grid gap-6">
          <BenefitList benefits={app.benefits} />
          {recipes}
        </div>
      </Section>
      <div className="lg:sticky lg:top-6 lg:col-start-2 lg:row-span-4 lg:row-start-1">
        <Card title={t("provider_view_connect_name", { name: app.name })}>
          <div className="grid gap-5">
            {app.setUp.length > 0 && (
              <div className="grid gap-2.5">
                <h3 className="text-muted text-sm">{t("provider_view_have_ready")}</h3>
                <SetUpSteps steps={app.setUp} />
              </div>
            )}
            {connectPanel}
          </div>
        </Card>
      </div>
      {app.scopes.length > 0 && (
        <Section
          title={t("provider_view_what_may_see_do")}
          description={t("provider_view_you_asked_these_permissions")}
        >
          <PermissionList app={app} />
        </Section>
      )}
      <Section title={t("provider_view_actions")} description={t("provider_view_once_connected_each_can")}>
        <ActionList app={app} integration={null} />
      </Section>
      <DeveloperFacts app={app} />
    </div>
  );
}

/** What to have ready before pressing Connect. */
function SetUpSteps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="grid gap-2.5">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3">
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
          >
            {index + 1}
          </span>
          <span className="max-w-prose">{step}</span>
        </li>
      ))}
    </ol>
  );
}
