import { env } from "#lib/env.ts";
import type { Result } from "./sender.ts";

const failed = {
  hasSucceeded: false,
  isGone: false,
  askedWaitMs: 0,
  exchange: null,
} as const;

/** The result where Patchbay itself failed before anything was sent. */
export function internalFailure(totalMs: number): Result {
  return { ...failed, code: "internal", params: { reason: "before_sending" }, isFinal: false, totalMs };
}

/** The result where what was to be sent is not kept any more. */
export function payloadDropped(): Result {
  return { ...failed, code: "payload_dropped", params: {}, isFinal: true, totalMs: 0 };
}

/** The result where what it waited for has not come for as long as Patchbay holds (HOLD_DAYS). */
export function heldTooLong(): Result {
  const params = { days: env().HOLD_DAYS };
  return { ...failed, code: "held_too_long", params, isFinal: true, totalMs: 0 };
}
