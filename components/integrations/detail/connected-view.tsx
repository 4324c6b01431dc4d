import type { ReactNode } from "react";
import { Section } from "#components/ui/section.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { ActionList } from "../actions/action-list.tsx";
import { BenefitList } from "./benefit-list.tsx";
import { ConnectionCard } from "./connection-card.tsx";
import { DeveloperFacts } from "./developer-facts.tsx";
import { PermissionList } from "./permission-list.tsx";

interface ConnectedViewProps {
  app: CatalogueDetailDto;
  integration: IntegrationDto;
  zone: string;
  canWrite: boolean;
  /** What disconnecting would do; null where there is nothing to disconnect. */
  disconnectPreview: DisconnectPreviewDto | null;
  /** What it does on its own, and could do. */
  happening: ReactNode;
  /** Copies of products and orders; null where the app has none. */
  copies: ReactNode;
  /** What of the account could not be read; empty where all could. */
  unread: ReactNode;
  activity: ReactNode;
  activityFilter: ReactNode;
}

/** A connected account: how it is doing, what it can be told to do, and what has happened. */
export function ConnectedView({
  app,
  integration,
  zone,
  canWrite,
  disconnectPreview,
  happening,
  copies,
  unread,
  activity,
  activityFilter,
}: ConnectedViewProps) {
  const isUsable = integration.status !== "disconnected" && canWrite;
  // What is wrong with the connection keeps everything else from happening.
  const isWell = integration.status === "connected";
  return (
    <>
      {isWell && happening}
      <ConnectionCard
        integration={integration}
        app={app}
        zone={zone}
        canWrite={canWrite}
        disconnectPreview={disconnectPreview}
      />
      {!isWell && happening}
      <Section
        title={t("connected_view_title")}
        description={canWrite ? undefined : t("connected_view_description")}
      >
        <ActionList key={integration.id} app={app} integration={isUsable ? integration : null} />
      </Section>
      {copies && (
        <Section
          title={t("connected_view_copies_patchbay")}
          description={t("connected_view_kept_up_date_what")}
        >
          {copies}
        </Section>
      )}
      {unread}
      <div id="activity" className="scroll-mt-20">
        <Section
          title={t("connected_view_activity")}
          description={t("connected_view_what_patchbay_asked_app")}
          actions={activityFilter}
        >
          {activity}
        </Section>
      </div>
      {app.scopes.length > 0 && (
        <Section title={t("connected_view_what_may_see_do")}>
          <PermissionList app={app} granted={integration.scopes} />
        </Section>
      )}
      <Section
        title={t("connected_view_what_can_do")}
        description={t("connected_view_itself_once_automation_hand")}
      >
        <BenefitList benefits={app.benefits} />
      </Section>
      <DeveloperFacts app={app} />
    </>
  );
}
