import { durationText } from "#components/ui/time-text.ts";
import type { Overview } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { arrivedShare, grouped } from "./health.ts";

type Day = Overview["last24h"];

/** How many of the events nothing got. */
export function eventsNote({ eventsToNowhere }: Pick<Day, "eventsToNowhere">): string {
  return eventsToNowhere > 0
    ? t("events_note_grouped_not_sent_anywhere", { grouped: grouped(eventsToNowhere) })
    : t("events_note_last_24_hours");
}

/** The share that arrived, and how long the endpoints took for it. */
export function deliveredNote(day: Pick<Day, "delivered" | "failed" | "p95Ms">): string {
  const share = arrivedShare(day);
  if (share === null) return t("delivered_note_nothing_send");
  return day.p95Ms === null
    ? t("delivered_note_share_delivered", { share })
    : t("delivered_note_share_within", { share, durationText: durationText(day.p95Ms) });
}

/** What the waiting ones wait for. */
export function waitingNote({ pending, held }: Pick<Day, "pending" | "held">): string {
  if (held > 0) return t("waiting_note_grouped_held", { grouped: grouped(held) });
  if (pending === 0) return t("waiting_note_nothing_waits");
  return t("waiting_note_pending", { pending });
}
