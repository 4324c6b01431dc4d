import { texts } from "#lib/words/texts/texts.ts";

export const eventsPages = texts("events-pages", {
  event_loading_event: "the event",
  event_not_found_title: "There is no such event",
  event_not_found_description:
    "The address may be incomplete, or the event is so old that it has been cleared away.",
  event_not_found_all_events: "All events",
  id_title: "Event",
  events_loading_title: "Events",
  events_loading_events: "events",
  events_page_title: "Events",
  events_page_description: "What happened in your shop, and what came of it.",
  events_page_events: "events",
});
