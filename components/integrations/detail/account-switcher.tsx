import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { Status } from "#components/ui/status.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";
import { EnvironmentBadge } from "../environment-badge.tsx";
import { getState, integrationHref } from "../integration-state.ts";

interface AccountSwitcherProps {
  integrations: readonly IntegrationDto[];
  /** The one that is shown below. */
  selectedId: string | undefined;
}

/** The accounts of one app that are or were connected, to look at one at a time. */
export function AccountSwitcher({ integrations, selectedId }: AccountSwitcherProps) {
  return (
    <nav aria-label={t("account_switcher_accounts")}>
      <ul className="grid gap-2.5 sm:grid-cols-2 lg:grid-cols-3">
        {integrations.map((integration) => {
          const { tone, word } = getState(integration);
          const isSelected = integration.id === selectedId;
          return (
            <li key={integration.id}>
              <Link
                href={integrationHref(integration)}
                scroll={false}
                aria-current={isSelected ? "true" : undefined}
                className={cn(
                  "grid h-full content-start gap-0.5 rounded-control border p-3 transition-colors hover:bg-hover",
                  isSelected ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
                )}
              >
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
                    {integration.account.label}
                  </span>
                  <EnvironmentBadge environment={integration.environment} />
                </span>
                <span className="truncate font-mono text-muted text-xs">{integration.account.id}</span>
                <Status tone={tone} className="text-sm">
                  {word}
                </Status>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
