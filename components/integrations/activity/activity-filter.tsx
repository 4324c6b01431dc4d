import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsActivity as t } from "#lib/words/en/screens/integrations-activity.ts";
import { type ActivityFilter, activityHref } from "./activity-href.ts";

interface ActivityFilterLinksProps {
  integration: Pick<IntegrationDto, "id" | "provider">;
  selected: ActivityFilter;
}

const choices = () =>
  [
    { filter: undefined, label: t("choices_all") },
    { filter: "failed", label: t("choices_failed") },
  ] as const satisfies readonly { filter: ActivityFilter; label: string }[];

/** All of the activity, or what failed of it. */
export function ActivityFilterLinks({ integration, selected }: ActivityFilterLinksProps) {
  return (
    <nav aria-label={t("activity_filter_links_filter_activity")}>
      <ul className="flex gap-1.5">
        {choices().map(({ filter, label }) => (
          <li key={label}>
            <Link
              href={activityHref(integration, { filter })}
              scroll={false}
              aria-current={filter === selected ? "true" : undefined}
              className={cn(
                "flex h-8 items-center rounded-pill border px-3 text-sm transition-colors max-md:h-10 max-md:px-4",
                filter === selected
                  ? "border-accent-line bg-accent-soft font-medium text-accent-text"
                  : "border-line-strong text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
