import { texts } from "#lib/words/texts/texts.ts";

export const automationsBuilderSave = texts("automations-builder-save", {
  decide_patchbay_cannot_reached_try: "Patchbay cannot be reached. Try again.",
  conflict_notice_title: "Someone else changed this automation",
  conflict_notice_load_theirs: "Load theirs",
  conflict_notice_keep_mine: "Keep mine",
  conflict_notice_your_changes_not_saved:
    "Your changes are not saved, and nothing of theirs is overwritten. “Load theirs” discards your changes; “Keep mine” replaces theirs with yours.",
  refusal_notice_title: "The draft is not saved",
  refusal_notice_stays_this_page_until: "Your changes stay on this page until that is corrected.",
  words_draft_saved: "Draft saved",
  words_not_saved_yet: "Not saved yet",
  words_saving: "Saving …",
  words_not_saved_no_connection: "Not saved: no connection",
  words_not_saved_someone_else: "Not saved: someone else changed this",
  words_not_saved_something_wrong: "Not saved: something is wrong",
});
