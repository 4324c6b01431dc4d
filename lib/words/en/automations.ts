import type {
  PublishParams,
  ReplayParams,
  RunParams,
  RunShownParams,
  StepParams,
} from "#lib/failures/automation-messages.ts";

const place = "{from, select, step {{field} of the step {step}} other {{field} of the event}}";

const words: Record<keyof (RunParams & RunShownParams & StepParams & PublishParams & ReplayParams), string> =
  {
    run_done: `{done, plural, =0 {No step was run} one {# step is done} other {# steps are done}}{skipped, plural,
    =0 {.} one {, and # was skipped.} other {, and # were skipped.}}`,
    condition_not_met: `The condition is not met: ${place} {comparison, select,
    equals {is not “{expected}”}
    not_equals {is “{expected}”}
    greater {is not more than “{expected}”}
    at_least {is not at least “{expected}”}
    less {is not less than “{expected}”}
    at_most {is more than “{expected}”}
    contains {does not contain “{expected}”}
    starts_with {does not start with “{expected}”}
    is_one_of {is none of these: {expected}}
    is_true {is not true}
    is_false {is not false}
    is_present {is missing}
    is_missing {is not missing}
    other {is something else}
  }.`,
    condition_not_met_by: `The condition is not met: ${place} {actual, select,
    null {is missing} other {is “{actual}”}}, and {comparison, select,
    equals {“{expected}” is wanted}
    not_equals {anything but “{expected}” is wanted}
    greater {more than “{expected}” is wanted}
    at_least {at least “{expected}” is wanted}
    less {less than “{expected}” is wanted}
    at_most {at most “{expected}” is wanted}
    contains {“{expected}” is to be in it}
    starts_with {it is to start with “{expected}”}
    is_one_of {one of these is wanted: {expected}}
    is_true {it is to be true}
    is_false {it is to be false}
    is_present {it is to be there}
    is_missing {it is not to be there}
    other {something else is wanted}
  }.`,
    run_same_fact: "Another event told of the same already: run {run} is of it, so this one does nothing.",
    step_in_review: "Step {step} is prepared and waits for somebody’s yes.",
    step_undecided:
      "Step {step}: nobody knows whether it was done, and it is not to be done twice. Look it up in the app and say. {said}",
    step_failed: "Step {step}{isField, select, yes {, field {field}} other {}}: {said}",
    step_off: "The step is switched off.",
    step_late: `It was skipped: more than {seconds, plural, one {# second} other {# seconds}} had passed since the event.`,
    step_to_review: "It is prepared and waits for somebody’s yes.",
    step_no_limit: "It moves money and has no limit, so it waits for somebody’s yes.",
    step_amount_unknown: "How much money it moves is not known beforehand, so it waits for somebody’s yes.",
    step_other_currency:
      "{amount} is in another currency than the limit of {limit}, so it waits for somebody’s yes.",
    step_above_limit: "{amount} is above the limit of {limit}, so it waits for somebody’s yes.",
    step_rejected: "Somebody said no to it.",
    step_begun: "It was begun, and no answer was kept.",
    step_behind: "Earlier runs wait for {app} at this step, and go first.",
    step_input_gone: "What was prepared is so old that it is not kept any more.",
    step_not_chosen: "The app, or what it is to do, is not chosen yet.",
    step_connection_gone: "The connection that the step uses is not there any more.",
    step_action_gone: "The app cannot do “{action}”.",
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
    publish_money_second: "moves money, which is never a second way",
    publish_limit_without_money: "is for steps that move money only",
  };

/** What is said of automations: their runs, their steps, and why they cannot be published. */
export const automationWords = words;
