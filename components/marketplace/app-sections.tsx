import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { causeTitles } from "#components/integrations/integration-state.ts";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";
import { AppMark } from "./app-mark.tsx";
import { getAppState } from "./app-state.ts";
import type { AppInState, AppsByState } from "./group-by-state.ts";

const shownAtMost = 3;

interface AppGroup {
  label: string;
  apps: AppInState[];
}

/** The apps: what is connected and how it is doing, what can be connected, then what is to come, by category. */
export function AppSections({ groups }: { groups: AppsByState }) {
  const { needingAttention, connected, available, planned } = groups;
  return (
    <div className="grid gap-section">
      {needingAttention.length > 0 && (
        <Section title={t("app_shelves_title")}>
          <AppGrid apps={needingAttention} />
        </Section>
      )}
      {connected.length > 0 && (
        <Section title={t("app_shelves_connected")}>
          <AppGrid apps={connected} />
        </Section>
      )}
      {available.length > 0 && (
        <Section title={t("app_shelves_available_now")}>
          <AppGrid apps={available} />
        </Section>
      )}
      {planned.length > 0 && (
        <Section title={t("app_shelves_coming_soon")} description={t("app_shelves_description")}>
          <div className="grid gap-stack">
            {groupApps(planned).map((group) => (
              <div key={group.label} className="grid gap-2.5">
                <h3 className="font-medium text-muted">{group.label}</h3>
                <AppGrid apps={group.apps} />
              </div>
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}

function AppGrid({ apps }: { apps: readonly AppInState[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {apps.map((entry) => (
        <AppCard key={entry.app.id} {...entry} />
      ))}
    </ul>
  );
}

/** Apps gathered by category, both in the order in which they come. */
function groupApps(apps: readonly AppInState[]): AppGroup[] {
  const groups = Map.groupBy(apps, ({ app }) => app.category.label);
  return [...groups].map(([label, members]) => ({ label, apps: members }));
}

/** One app in the marketplace. What cannot be connected yet lies flat on the page. */
function AppCard({ app, integrations, isInUse }: AppInState) {
  const { tone, word } = getAppState(app, integrations, isInUse);
  const isPlanned = app.status === "planned";
  return (
    <li
      className={cn(
        "flex min-w-0 cursor-pointer gap-3.5 rounded-card border p-4 transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:bg-accent-soft",
        isPlanned ? "border-line" : "border-line-strong bg-surface shadow-card",
      )}
    >
      <AppMark app={app} />
      <div className="grid min-w-0 flex-1 content-start gap-0.5">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <Link
            href={`/marketplace/${app.id}`}
            data-row-link
            className={cn(
              "w-fit rounded-tag hover:underline max-md:min-h-6",
              isPlanned ? "font-medium" : "font-semibold",
            )}
          >
            {app.name}
          </Link>
          <Status tone={tone} className={cn("text-sm", isPlanned && "font-normal text-subtle")}>
            {word}
          </Status>
        </div>
        <p className="text-muted">{app.summary}</p>
        {integrations.length > 0 && <AppAccounts integrations={integrations} />}
      </div>
    </li>
  );
}

/** The accounts of an app that are connected, each with what is wrong with it. */
function AppAccounts({ integrations }: { integrations: readonly IntegrationDto[] }) {
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
