import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { causeTitles } from "#components/integrations/integration-state.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";

const shownAtMost = 3;

/** The accounts of an app that are connected, each with what is wrong with it. */
export function AppAccounts({ integrations }: { integrations: readonly IntegrationDto[] }) {
  const more = integrations.length - shownAtMost;
  return (
    <ul className="mt-1.5 grid gap-1 text-sm">
      {integrations.slice(0, shownAtMost).map(({ id, account, environment, status, issues }) => (
        <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
          <ToneIcon tone={status === "connected" ? "success" : "warning"} className="size-3.5" />
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{account.label}</span>
          <EnvironmentBadge environment={environment} />
          {issues[0] && <span className="w-full text-warning">{causeTitles()[issues[0].cause]}</span>}
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t("app_accounts_more_more", { more })}</li>}
    </ul>
  );
}
