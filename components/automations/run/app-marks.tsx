import type { ReactNode } from "react";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import type { CatalogueEntryDto } from "#lib/marketplace/schema.ts";

/** Small marks of apps, by id, for components that run in the browser. */
export function createAppMarks(
  apps: readonly Pick<CatalogueEntryDto, "id" | "name" | "icon">[],
): Record<string, ReactNode> {
  return Object.fromEntries(apps.map((app) => [app.id, <AppMark key={app.id} app={app} size="sm" />]));
}
