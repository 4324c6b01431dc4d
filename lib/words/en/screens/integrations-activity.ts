import { texts } from "#lib/words/texts/texts.ts";

export const integrationsActivity = texts("integrations-activity", {
  choices_all: "All",
  choices_failed: "Failed",
  activity_filter_links_filter_activity: "Filter the activity",
  activity_log_label: "Activity",
  no_activity_title: "Nothing has failed",
  no_activity_description: "Failures would appear here with what happened and what to do.",
  no_activity_nothing_has_happened_yet: "Nothing has happened yet",
  no_activity_each_time_patchbay_asks:
    "Each time Patchbay asks the app for something, or the app tells us something, it will appear here. Try an action above to see the first.",
  call_item_worked: "Worked",
  call_item_failed: "Failed",
  call_item_details_title: "Details<span> of {title}</span>",
  call_item_label: "activity id",
  request_list_no_web_request_was: "No web request was made.",
  request_list_no_answer: "no answer",
});
