import { Section } from "#components/ui/section.tsx";
import { marketplace as t } from "#lib/words/en/screens/marketplace.ts";
import { AppCard } from "./app-card.tsx";
import { groupApps } from "./group-apps.ts";
import type { ShelvedApp, Shelves } from "./shelve-apps.ts";

/** The apps: what is connected and how it is doing, what can be connected, then what is to come, by category. */
export function AppShelves({ shelves }: { shelves: Shelves }) {
  const { needingAttention, connected, available, planned } = shelves;
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

function AppGrid({ apps }: { apps: readonly ShelvedApp[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {apps.map((shelved) => (
        <AppCard key={shelved.app.id} {...shelved} />
      ))}
    </ul>
  );
}
