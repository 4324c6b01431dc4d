import { durationText } from "#components/ui/time-text.ts";
import type { Overview } from "#lib/overview/overview-schema.ts";
import { arrivedShare, grouped } from "./health.ts";

type Day = Overview["last24h"];

/** How many of the events nothing got. */
export function eventsNote({ eventsToNowhere }: Pick<Day, "eventsToNowhere">): string {
  return eventsToNowhere > 0 ? `${grouped(eventsToNowhere)} not sent anywhere` : "in the last 24 hours";
}

/** The share that arrived, and how long the endpoints took for it. */
export function deliveredNote(day: Pick<Day, "delivered" | "failed" | "p95Ms">): string {
  const share = arrivedShare(day);
  if (share === null) return "nothing to send";
  const arrived = `${share}% delivered`;
  return day.p95Ms === null ? arrived : `${arrived}, 95% within ${durationText(day.p95Ms)}`;
}

/** What the waiting ones wait for. */
export function waitingNote({ pending, held }: Pick<Day, "pending" | "held">): string {
  if (held > 0) return `${grouped(held)} held`;
  if (pending === 0) return "nothing waits";
  return pending === 1 ? "sent when it is due" : "sent when they are due";
}
