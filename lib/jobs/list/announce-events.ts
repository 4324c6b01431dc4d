import { announceEvents, findNextAnnouncement } from "#lib/events/announce-events.ts";
import { defineQueue } from "../define-job.ts";

/** Tells other services of Patchbay's own events, through the Inngest server where there is one, at a measured pace. */
export const announceEventsJob = defineQueue({
  id: "announce-events",
  name: "Announce events",
  event: "announcements/ready",
  pollMs: 2_000,
  drain: announceEvents,
  findNextDueAt: findNextAnnouncement,
});
