import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrations as t } from "#lib/words/en/screens/integrations.ts";
import { EnvironmentBadge } from "./environment-badge.tsx";
import { causeTitles, integrationHref, needsReconnect, needsSomeone } from "./integration-state.ts";

interface AppsInNeedProps {
  integrations: readonly IntegrationDto[];
  zone: string;
}

/** The connected apps that need someone, each with its cause and what to press; those that only need time come last. */
export function AppsInNeed({ integrations, zone }: AppsInNeedProps) {
  if (integrations.length === 0) return null;
  const sorted = integrations.toSorted(
    (one, other) => Number(needsSomeone(other)) - Number(needsSomeone(one)),
  );
  return (
    <Card
      title={
        integrations.some(needsSomeone) ? t("apps_in_need_title") : t("apps_in_need_apps_that_not_responding")
      }
      isFlush
    >
      <ul className="divide-y divide-line border-line border-t">
        {sorted.map((integration) => (
          <AppInNeed key={integration.id} integration={integration} zone={zone} />
        ))}
      </ul>
    </Card>
  );
}

function AppInNeed({ integration, zone }: { integration: IntegrationDto; zone: string }) {
  const { account, providerName, environment, issues } = integration;
  const label = needsReconnect(integration) ? t("app_in_need_connect_again") : t("app_in_need_look");
  return (
    <li className="grid gap-3 px-card py-4 lg:grid-cols-[minmax(0,1fr)_auto] lg:gap-x-8">
      <div className="grid min-w-0 gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{`${providerName}: ${account.label}`}</h3>
          <EnvironmentBadge environment={environment} />
          <Status tone="warning">
            {needsSomeone(integration) ? t("app_in_need_needs_attention") : t("app_in_need_keeps_us_waiting")}
          </Status>
        </div>
        {issues.map(({ id, cause, message, openedAt }) => (
          <p key={id} className="max-w-prose">
            <span className="font-medium">{causeTitles()[cause]}.</span> {message}{" "}
            <span className="whitespace-nowrap text-muted text-sm">
              {t.rich("app_in_need_began_relativetime", {
                relativeTime: <RelativeTime at={openedAt} zone={zone} />,
              })}
            </span>
          </p>
        ))}
        {!needsSomeone(integration) && <p className="text-muted">{t("app_in_need_you_need_not_do")}</p>}
      </div>
      <div className="flex items-start max-sm:*:flex-1">
        <ButtonLink
          href={integrationHref(integration)}
          variant={needsReconnect(integration) ? "primary" : "secondary"}
          aria-label={`${label}: ${account.label}`}
          data-row-link
        >
          {label}
        </ButtonLink>
      </div>
    </li>
  );
}
