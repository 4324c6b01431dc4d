import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { webhooks as t } from "#lib/words/en/screens/webhooks.ts";
import { eventTitle } from "./event-words.ts";

interface EventChipsProps {
  types: readonly string[];
  /** Shows so many, and the rest as a number. */
  limit?: number;
  className?: string;
}

/** The events a webhook asks for, by the names a person knows them. */
export function EventChips({ types, limit = types.length, className }: EventChipsProps) {
  const shown = types.length > limit ? types.slice(0, limit - 1) : types;
  const rest = types.slice(shown.length);
  return (
    <ul className={cn("flex min-w-0 flex-wrap gap-1", className)}>
      {shown.map((type) => (
        <li key={type} title={type === "*" ? t("event_chips_title") : type}>
          <Badge tone={type === "*" ? "info" : "neutral"}>{eventTitle(type)}</Badge>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Tooltip text={rest.map(eventTitle).join(", ")}>
            <span>
              <Badge>
                +{rest.length}
                <span className="sr-only">
                  {" "}
                  {t("event_chips_more_map", { map: rest.map(eventTitle).join(", ") })}
                </span>
              </Badge>
            </span>
          </Tooltip>
        </li>
      )}
    </ul>
  );
}
