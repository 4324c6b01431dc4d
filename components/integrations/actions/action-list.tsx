"use client";

import { useMemo } from "react";
import { apiGet } from "#components/listing/api-get.ts";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { type IntegrationDto, resourcePageDto } from "#lib/integrations/schema.ts";
import type { CatalogueDetailDto } from "#lib/providers/schema.ts";
import { ActionItem } from "./action-item.tsx";

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
    () => (integrationId === undefined ? null : resourcesOf(integrationId, named)),
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

function resourcesOf(integrationId: string, named: CatalogueDetailDto["resources"]): ResourceSource {
  return {
    key: integrationId,
    titleOf: (resource) => named.find(({ id }) => id === resource)?.title ?? resource,
    load: ({ resource, search, cursor, signal }) =>
      apiGet({
        path: `/api/integrations/${integrationId}/resources/${resource}`,
        query: { search, cursor },
        schema: resourcePageDto,
        signal,
      }),
  };
}
