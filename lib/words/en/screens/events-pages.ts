import { texts } from "#lib/words/texts/texts.ts";

export const eventsPages = texts("events-pages", {
  event_loading_label: "Loading the event",
  event_not_found_title: "Event not found",
  event_not_found_description: "The address may be incomplete, or the event is too old and was deleted.",
  event_not_found_all_events: "All events",
  id_title: "Event",
  events_loading_title: "Events",
  events_loading_label: "Loading events",
  events_page_title: "Events",
  events_page_description: "What happened in your shop, and where it was sent.",
  events_page_no_match: "No events match",
});
