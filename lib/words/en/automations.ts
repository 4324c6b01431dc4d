import type {
  PublishParams,
  ReplayParams,
  RunParams,
  RunShownParams,
  StepParams,
} from "#lib/failures/automation-messages.ts";

const words: Record<keyof (RunParams & RunShownParams & StepParams & PublishParams & ReplayParams), string> =
  {
    run_done: `{done, plural, =0 {No step was run} one {# step is done} other {# steps are done}}{skipped, plural,
    =0 {.} one {, and # was skipped.} other {, and # were skipped.}}`,
    condition_not_met: "Skipped: this is done only if {condition}.",
    condition_not_met_by:
      "Skipped: this is done only if {condition}. Here it is {actual, select, null {missing} other {{actual}}}.",
    run_same_fact: "{subject} was already handled by another run, so this one did nothing.",
    step_in_review: "{step}: it is prepared and waits for approval.",
    step_undecided:
      "{step}: it is not known whether it was done, and it must not be done twice. Look in the app, then choose what to do. {said}",
    step_failed: "{step}{isField, select, yes { (field “{field}”)} other {}}: {said}",
    step_off: "The step is switched off.",
    step_late: "Skipped: more than {span} had passed since the event.",
    step_to_review: "It is prepared and waits for approval.",
    step_no_limit: "It moves money and has no limit, so it waits for approval.",
    step_amount_unknown: "How much money it moves is not known beforehand, so it waits for approval.",
    step_other_currency:
      "{amount} is in another currency than the limit of {limit}, so it waits for approval.",
    step_above_limit: "{amount} is above the limit of {limit}, so it waits for approval.",
    step_amount_to_review: "It moves {amount} and waits for approval.",
    step_amount_changed:
      "It would now move {amount}, but {before} was approved. It waits for approval again.",
    step_rejected: "It was rejected.",
    step_begun: "It was begun, and no answer was kept.",
    step_behind: "Earlier runs wait for {app} at this step, and go first.",
    step_input_gone: "What was prepared is too old and is not kept any more.",
    step_not_chosen: "The app, or what it is to do, is not chosen yet.",
    step_connection_gone: "The connection that the step uses is not there any more.",
    step_action_gone: "The app no longer offers “{action}”.",
    step_input_refused: `{reason, select,
    invalid_type {The value is missing, or of a kind that the app does not take.}
    too_small {The value is too short or too small.}
    too_big {The value is too long or too large.}
    invalid_format {The value does not have the form that the app takes.}
    invalid_value {The value is not one of those that the app takes.}
    unrecognized_keys {The app has no such field.}
    other {The app does not take this value.}
  }`,
    replay_reuses: "It is done already, and is not done again.",
    replay_runs: "It will be done.",
    replay_may_repeat: "It will be done, and the app may do it a second time.",
    replay_finds: "It will be asked for again, and what the app has done already is found.",
    replay_skips: "It will be skipped.",
    publish_no_steps: "must hold at least one step that is not off",
    publish_not_chosen: "is not chosen yet",
    publish_no_connection: "is not one of your connections",
    publish_disconnected: "{app} is disconnected: connect it again first",
    publish_no_action: "is not something that {app} can do",
    publish_no_permission:
      "needs a permission that {app} has not granted: {permissions}. Connect {app} again",
    publish_money_of_paid:
      "moves money, which a payment that has come in must not begin: choose another event",
    publish_money_no_limit:
      "moves money: set up to what amount it is done without asking, or put the step on review",
    publish_money_second: "moves money, which is never a fallback",
    publish_limit_without_money: "is for steps that move money only",
  };

/** What is said of automations: their runs, their steps, and why they cannot be published. */
export const automationWords = words;
