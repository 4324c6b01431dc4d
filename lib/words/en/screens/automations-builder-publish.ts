import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderPublish = texts("automations-builder-publish", {
  draft_difference_label: "Comparing with what is live",
  draft_difference_nothing_differs_from_what: "The draft is the same as the live version.",
  draft_difference_what_changes: "What changes",
  draft_difference_changes_version_liveversion: "Changes to version {liveVersion}",
  change_words_new: "New",
  change_words_gone: "Gone",
  change_words_changed: "Changed",
  change_words_moved: "Moved",
  first_version_what_goes_live: "What goes live",
  first_version_this_first_version_does: "This is the first version. It does, in this order:",
  field_change_before: "before:",
  field_change_now: "now:",
  dry_run_words_title: "There is no event of this type yet",
  dry_run_words_nothing_try: "There is nothing to try it on.",
  dry_run_words_compared:
    "{same, plural, one {1 stays as it is} other {{same} stay as they are}}, {changed} would change, {failing} would fail, {lost} would be lost.",
  dry_run_words_first: "{newlyRun} would run, {failing} would fail, {same} would be left out.",
  dry_run_words_events_plural_one_tried:
    "{events, plural, one {Tried on 1 event} other {Tried on {events} events}}",
  dry_run_words_newlyrun_more_would_run: "{newlyRun} more would run.",
  dry_run_words_there_was_no_time: "There was no time to try the others.",
  dry_run_dry_run: "Dry run",
  dry_run_try_your_last_events: "Try it on your last events",
  dry_run_up_500_them_nothing: "Up to 500 of them; nothing is sent.",
  dry_run_patchbay_cannot_reached_try: "Patchbay cannot be reached. Try again.",
  first_fault_step_would_fail: "A step would fail.",
  publish_bar_never_published_does_nothing: "Never published: it does nothing yet",
  publish_bar_version_liveversion_live_these: "Version {liveVersion} is live; these changes are not",
  publish_bar_this_live_as_version: "This is live as version {liveVersion}",
  publish_dialog_live: "It is live",
  publish_dialog_description: "It runs from the next event on.",
  publish_dialog_title: "Publish",
  publish_dialog_from_then_events_go:
    "From then on events use this version. Runs that already wait keep the version that they began with.",
  publish_dialog_draft_saved_first: "The draft is saved first …",
  publish_dialog_was_not_published: "It was not published",
  publish_dialog_publish_now: "Publish now",
  publish_dialog_live_2: "It is live.",
  publish_problems_count_plural_one_1:
    "{count, plural, one {1 thing is still to be done} other {{count} things are still to be done}}",
});
