import type { CallFailureCode } from "./consequences.ts";

type None = Record<never, never>;

/** @param expected null = nothing is compared with */
type Unmet = {
  from: "event" | "step" | "line";
  field: string;
  step: string | null;
  comparison: string;
  expected: string | null;
};

/** What an attempt at an automation's delivery came to. */
export type RunParams = {
  run_done: { done: number; skipped: number };
  /** The comparison that was not met. The value that it met is the event's, and not kept. */
  condition_not_met: Unmet;
  /** Another run is of the same fact: of this order, this payment. */
  run_same_fact: { run: string };
  /** A step is prepared, and a person is to say yes to it. */
  step_in_review: { step: string };
  /** Nobody knows whether a step was done, and it is not to be done twice. */
  step_undecided: { step: string; said: string };
  /** `kind` says what follows; `field` is the path into the action's input, empty = the step as a whole. */
  step_failed: { step: string; kind: CallFailureCode; field: string; said: string };
};

/** What is said of a run beside what its rows hold, while the event's data is kept. */
export type RunShownParams = {
  /** @param actual null = nothing was there */
  condition_not_met_by: { condition: string; actual: string | null };
};

/** Why a step is not done. */
export type StepParams = {
  step_off: None;
  step_late: { seconds: number };
  step_to_review: None;
  step_no_limit: None;
  step_amount_unknown: None;
  step_other_currency: { amount: string; limit: string };
  step_above_limit: { amount: string; limit: string };
  step_amount_to_review: { amount: string };
  /** @param before what was said yes to */
  step_amount_changed: { amount: string; before: string };
  step_rejected: None;
  step_begun: None;
  /** Earlier runs are held at this step, and it is not to overtake them. */
  step_behind: { app: string };
  step_input_gone: None;
  step_not_chosen: None;
  step_connection_gone: None;
  step_action_gone: { action: string };
  /** By the kinds of zod's issues. */
  step_input_refused: { reason: string };
};

/** What a replay would do about a step. */
export type ReplayParams = {
  replay_reuses: None;
  replay_runs: None;
  replay_may_repeat: None;
  replay_finds: None;
  replay_skips: None;
};

/** Why a draft cannot be published. */
export type PublishParams = {
  publish_no_steps: None;
  publish_not_chosen: None;
  publish_no_connection: None;
  publish_disconnected: { app: string };
  publish_no_action: { app: string };
  publish_no_permission: { app: string; permissions: string };
  publish_money_of_paid: None;
  publish_money_no_limit: None;
  publish_money_second: None;
  publish_limit_without_money: None;
};

const runCodes: Readonly<Record<keyof RunParams, true>> = {
  run_done: true,
  run_same_fact: true,
  condition_not_met: true,
  step_in_review: true,
  step_undecided: true,
  step_failed: true,
};

/** Whether an attempt's code is one of an automation's. */
export function isRunCode(code: string): code is keyof RunParams {
  return Object.hasOwn(runCodes, code);
}
