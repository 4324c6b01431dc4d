import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { Status } from "#components/ui/status.tsx";
import { AppAccounts } from "./app-accounts.tsx";
import { AppMark } from "./app-mark.tsx";
import { appStateOf } from "./app-state.ts";
import type { ShelvedApp } from "./shelve-apps.ts";

/** One app in the marketplace. What cannot be connected yet lies flat on the page. */
export function AppCard({ app, integrations, isInUse }: ShelvedApp) {
  const { tone, word } = appStateOf(app, integrations, isInUse);
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
