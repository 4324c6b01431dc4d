import { Section } from "#components/ui/section.tsx";
import type { CatalogueEntryDto } from "#lib/providers/schema.ts";
import { AppCard } from "./app-card.tsx";
import { groupApps } from "./group-apps.ts";

/** The apps: what can be used today, then what is to come, shelf by shelf. */
export function AppShelves({ apps }: { apps: readonly CatalogueEntryDto[] }) {
  const available = apps.filter(({ status }) => status === "available");
  const planned = apps.filter(({ status }) => status === "planned");
  return (
    <div className="grid gap-section">
      {available.length > 0 && (
        <Section title="Available now">
          <AppGrid apps={available} />
        </Section>
      )}
      {planned.length > 0 && (
        <Section
          title="Coming soon"
          description="Planned, but not built yet: these cannot be connected today."
        >
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

function AppGrid({ apps }: { apps: readonly CatalogueEntryDto[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {apps.map((app) => (
        <AppCard key={app.id} app={app} />
      ))}
    </ul>
  );
}
