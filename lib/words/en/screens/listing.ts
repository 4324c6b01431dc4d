import { texts } from "#lib/words/texts/texts.ts";

export const listing = texts("listing", {
  words_for_people_patchbay_cannot_reach_database: "Patchbay cannot reach its database.",
  live_list_waitingcount_new: "{waitingCount} new",
  live_trouble_title: "You have been signed out",
  live_trouble_what_you_see_no: "What you see no longer updates. <link>Sign in again</link>",
  live_trouble_patchbay_cannot_reached: "Patchbay cannot be reached.",
  live_trouble_live_updates_interrupted: "Live updates are interrupted",
  live_trouble_reason_what_you_see: "{reason} What you see may be out of date; Patchbay keeps trying.",
  live_log_caption: "{label}, newest first",
  nothing_matches_description: "Try fewer filters, another spelling, or a longer period.",
  nothing_matches_clear_search_filters: "Clear search and filters",
  period_options_last_hour: "Last hour",
  period_options_last_24_hours: "Last 24 hours",
  period_options_last_7_days: "Last 7 days",
  period_options_last_30_days: "Last 30 days",
  pill_filters_all: "All",
  segment_error_error_digest: "Error {digest}",
});
