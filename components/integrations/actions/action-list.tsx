"use client";

import { ChevronDown } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto, CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsActions as t } from "#lib/words/en/screens/integrations-actions.ts";
import { ActionForm } from "./action-form.tsx";
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

interface ActionItemProps {
  action: CatalogueActionDto;
  scopes: CatalogueDetailDto["scopes"];
  /** The connected account to try it on; null shows the action only. */
  integration: Pick<IntegrationDto, "id" | "provider" | "environment" | "account"> | null;
  resources: ResourceSource | null;
}

/** One thing that the app can do, with its form folded away until it is wanted. */
function ActionItem({ action, scopes, integration, resources }: ActionItemProps) {
  const isAskedFor = useSearchParams().get("try") === action.id;
  const [isOpen, setIsOpen] = useState(isAskedFor);
  // Once opened the form stays, folded or not: what was filled in must not be lost.
  const [wasOpened, setWasOpened] = useState(isAskedFor);
  const panelId = `action-${action.id}`;
  const canTry = integration !== null && resources !== null;
  const label = canTry ? t("action_item_try") : t("action_item_show_example");
  return (
    <li className="grid gap-4 px-card py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
          <h3 className="flex flex-wrap items-center gap-x-2.5 font-medium">
            {action.title}
            <Badge>{action.effect === "read" ? t("action_item_reads") : t("action_item_writes")}</Badge>
          </h3>
          <p className="max-w-prose text-muted">{action.description}</p>
          <Needs action={action} scopes={scopes} />
        </div>
        {/* Before its script has loaded, the page comes back with it unfolded. */}
        <form
          action={`#${panelId}`}
          onSubmit={(event) => {
            event.preventDefault();
            setIsOpen(!isOpen);
            setWasOpened(true);
          }}
        >
          {integration && <HiddenFields values={{ account: integration.id }} />}
          <Button
            type="submit"
            name="try"
            value={action.id}
            aria-label={`${label}: ${action.title}`}
            aria-expanded={isOpen}
            aria-controls={panelId}
          >
            {label}
            <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
          </Button>
        </form>
      </div>
      <div
        id={panelId}
        hidden={!isOpen}
        className="rounded-control border border-line bg-sunken p-4 max-md:-mx-3 max-md:p-3"
      >
        {wasOpened &&
          (canTry ? (
            <ActionForm action={action} integration={integration} resources={resources} />
          ) : (
            <CodeBlock
              label={t("action_item_example_title", { title: action.title })}
              language="json"
              code={JSON.stringify(action.example)}
              isWrappedAtFirst
            />
          ))}
      </div>
    </li>
  );
}

function Needs({ action, scopes }: Pick<ActionItemProps, "action" | "scopes">) {
  const titles = action.scopes.map((id) => scopes.find((scope) => scope.id === id)?.title ?? id);
  if (titles.length === 0) return null;
  return (
    <p className="text-muted text-sm">{t("needs_needs_permission_titles", { titles: titles.join(", ") })}</p>
  );
}
