import { texts } from "#lib/words/texts/texts.ts";

export const eventTypesPages = texts("event-types-pages", {
  generate_metadata_title: "Event catalogue",
  event_type_page_event_catalogue: "Event catalogue",
  event_types_title: "Event catalogue",
  event_types_page_title: "Event catalogue",
  event_types_page_description:
    "Everything that can happen and be sent on to your apps, with the fields that each event carries.",
  event_types_page_search_events_such_as: "Search events, such as order or scan",
  event_types_page_no_match: "No events match",
});
