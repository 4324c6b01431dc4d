import { texts } from "#lib/words/texts/texts.ts";

export const errors = texts("errors", {
  broken_state_something_went_wrong: "Something went wrong",
  broken_state_title: "This page could not be shown",
  broken_state_digest_digest: "Error {digest}",
  lost_page_patchbay_home: "Patchbay, home",
  not_found_state_not_found: "Not found",
  not_found_state_title: "Page not found",
  not_found_state_description: "It may have been deleted or belong to another account. Check the link.",
  not_found_state_go_overview: "Go to the overview",
  outage_meanings_something_went_wrong_our: "Something went wrong on our side.",
  outage_meanings_something_went_wrong_our_2:
    "Something went wrong on our side, with this page. Patchbay itself is running.",
  outage_meanings_patchbay_cannot_reach_database:
    "Patchbay cannot reach its database. Until it can, no page is shown, nothing is sent, and new events are refused with 503, so that their senders send them again.",
  outage_meanings_patchbay_does_not_answer:
    "Patchbay does not answer this browser. Check your connection, and try again.",
});
