import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { EventTypeDto } from "#lib/events/schema.ts";
import { eventTypes as t } from "#lib/words/en/screens/event-types.ts";
import type { EventTypeGroup } from "./find-event-types.ts";

type Listed = Pick<EventTypeDto, "type" | "title" | "description" | "source">;

/** The event types of each group: what each is called, and what it says in one sentence. */
export function EventTypeList({ groups }: { groups: readonly EventTypeGroup<Listed>[] }) {
  return groups.map((group) => (
    <Card key={group.name} title={group.name} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {group.types.map(({ type, title, description, source }) => (
          <li
            key={type}
            className="grid cursor-pointer gap-x-6 gap-y-1 px-card py-3.5 transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:bg-accent-soft md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_auto] md:items-center"
          >
            <div className="grid min-w-0">
              <Link
                href={`/event-types/${type}`}
                data-row-link
                className="w-fit rounded-tag font-medium hover:underline max-md:min-h-6"
              >
                {title}
              </Link>
              <code className="font-mono text-muted text-sm">{type}</code>
            </div>
            <p className="text-muted">{description}</p>
            {source === "patchbay" && (
              <div>
                <Badge>{t("event_type_list_from_patchbay")}</Badge>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  ));
}
