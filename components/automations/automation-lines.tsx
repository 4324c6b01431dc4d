import { Link } from "#components/ui/link.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { SparkLine } from "./spark-line.tsx";
import { AutomationStateBadge } from "./state-badge.tsx";
import { WhenThen } from "./when-then.tsx";

/** Automations, a line each: what they do, and how they are doing. */
export function AutomationLines({
  automations,
  zone,
}: {
  automations: readonly AutomationSummary[];
  zone: string;
}) {
  return (
    <ul className="divide-y divide-line">
      {automations.map((automation) => (
        <li
          key={automation.id}
          className="flex cursor-pointer flex-wrap items-center gap-x-6 gap-y-2 px-card py-3.5 hover:bg-hover"
        >
          <span className="grid min-w-0 flex-1 basis-64 gap-1">
            <Link
              href={`/automations/${automation.id}`}
              data-row-link
              className="w-fit max-w-full rounded-tag font-medium [overflow-wrap:anywhere] hover:underline"
            >
              {automation.name}
            </Link>
            <WhenThen eventType={automation.eventType} steps={automation.steps} />
          </span>
          <SparkLine days={automation.activity.days} />
          <AutomationStateBadge automation={automation} zone={zone} />
        </li>
      ))}
    </ul>
  );
}
