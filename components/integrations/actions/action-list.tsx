"use client";

import { useMemo } from "react";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { ActionItem } from "./action-item.tsx";
import { createResourceSource } from "./resource-source.ts";

interface ActionListProps {
  app: Pick<CatalogueDetailDto, "actions" | "scopes" | "resources">;
  /** The connected account to try them on; null shows the actions only. */
  integration: Pick<IntegrationDto, "id" | "provider" | "environment" | "account"> | null;
}

/** What the app can do, a line each. */
export function ActionList({ app, integration }: ActionListProps) {
  const integrationId = integration?.id;
  const { resources: named } = app;
  const resources = useMemo(
    () => (integrationId === undefined ? null : createResourceSource(integrationId, named)),
    [integrationId, named],
  );
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {app.actions.map((action) => (
        <ActionItem
          key={action.id}
          action={action}
          scopes={app.scopes}
          integration={integration}
          resources={resources}
        />
      ))}
    </ul>
  );
}
