import type { EventDetailDto } from "#lib/deliveries/event-detail-schema.ts";

/** As many runs as one page reads: the newest of an event that was replayed very often. */
const maxRuns = 20;

/** The deliveries of an event that are runs of automations, by id. */
export function findRunIds({ timeline }: Pick<EventDetailDto, "timeline">): string[] {
  return timeline
    .filter(({ destination }) => destination.kind === "automation")
    .slice(-maxRuns)
    .map(({ id }) => id);
}
