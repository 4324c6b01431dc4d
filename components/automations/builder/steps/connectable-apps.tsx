import Link from "next/link";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import type { BuilderApp } from "../builder-model.ts";

/** Apps that are not connected yet, each leading to where they are. */
export function ConnectableApps({ apps }: { apps: readonly BuilderApp[] }) {
  if (apps.length === 0) return null;
  return (
    <section aria-label={t("connectable_apps_connect_another_app")} className="grid gap-2">
      <h3 className="font-medium text-muted text-sm">{t("connectable_apps_connect_another_app")}</h3>
      <ul className="grid grid-cols-2 gap-2 max-[22rem]:grid-cols-1">
        {apps.map((app) => (
          <li key={app.id}>
            <Link
              href={`/marketplace/${app.id}`}
              className="flex min-h-12 items-center gap-2 rounded-control border border-line-strong border-dashed px-2 py-1.5 font-medium text-sm hover:bg-hover"
            >
              <AppMark app={app} />
              <span className="min-w-0 break-words">{app.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
