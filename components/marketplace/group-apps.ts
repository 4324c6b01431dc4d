import type { ShelvedApp } from "./shelve-apps.ts";

interface AppGroup {
  label: string;
  apps: ShelvedApp[];
}

/** Apps gathered by category, both in the order in which they come. */
export function groupApps(apps: readonly ShelvedApp[]): AppGroup[] {
  const groups = Map.groupBy(apps, ({ app }) => app.category.label);
  return [...groups].map(([label, members]) => ({ label, apps: members }));
}
