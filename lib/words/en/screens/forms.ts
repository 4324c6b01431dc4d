import { texts } from "#lib/words/texts/texts.ts";

export const forms = texts("forms", {
  confirm_dialog_what_stops: "What stops",
  decision_outcome_open_newest_run: "Open the newest run",
  pause_dialog_label: "Pause",
  pause_dialog_paused: "Paused",
  pause_dialog_held:
    "{of, select, run {A run is held for at most {days, plural, one {# day} other {# days}}. After that it fails and is not run.} other {A delivery is held for at most {days, plural, one {# day} other {# days}}. After that it fails and is not sent.}}",
  resume_dialog_label: "Resume",
  resume_dialog_resumed: "Resumed",
  unreached_patchbay_cannot_reached_check: "Patchbay cannot be reached. Check the connection and try again.",
  told_problem_refused: "This cannot be used.",
});
