import type { ReactNode } from "react";
import { Section } from "#components/ui/section.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
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
  /** What it does by itself, and could do. */
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
        title="Actions"
        description={canWrite ? undefined : "An owner or admin of your shop can try these out."}
      >
        <ActionList key={integration.id} app={app} integration={isUsable ? integration : null} />
      </Section>
      {copies && (
        <Section
          title="Copies in Patchbay"
          description="Kept up to date by what the app tells us, and looked over now and then."
        >
          {copies}
        </Section>
      )}
      {unread}
      <div id="activity" className="scroll-mt-20">
        <Section
          title="Activity"
          description="What Patchbay asked of the app, and what the app told us."
          actions={activityFilter}
        >
          {activity}
        </Section>
      </div>
      {app.scopes.length > 0 && (
        <Section title="What it may see and do">
          <PermissionList app={app} granted={integration.scopes} />
        </Section>
      )}
      <Section
        title="What it can do"
        description="By itself once an automation is on, or by hand with an action."
      >
        <BenefitList benefits={app.benefits} />
      </Section>
      <DeveloperFacts app={app} />
    </>
  );
}
