import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import type { Attempt, ClaimedDelivery, DueDestination, Result } from "./sender.ts";

/** Longest wait that the other side may ask for. */
const maxAskedWaitMs = 24 * 60 * 60 * 1_000;
/** What is held at the very end of that is looked at once more. */
const leastHoldMs = 60_000;
const jitterShare = 0.2;
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * What a result means for its delivery. An attempt by hand uses nothing of the schedule: should it fail, the delivery
 * goes on as planned before, and one that had ended has ended again. What is held uses nothing of it either, and begins it
 * again once it goes on.
 * @param random a number in [0, 1), for the jitter of ±20 %
 */
export function judge(tried: {
  delivery: ClaimedDelivery;
  destination: DueDestination;
  startedAt: Date;
  result: Result;
  now?: Date;
  random?: number;
}): Attempt {
  const { delivery, destination, startedAt, result, now = new Date(), random = Math.random() } = tried;
  const heldUntil = result.held ? holdEnd(delivery, now) : null;
  const isOver = result.hasSucceeded || result.isFinal || heldUntil !== null;
  const nextAttemptAt = isOver ? null : planNext(delivery, destination, result, now, random);
  return {
    id: newId("att"),
    delivery,
    destination,
    number: delivery.attempts + 1,
    startedAt,
    result,
    outcome: chooseOutcome(result, nextAttemptAt),
    nextAttemptAt,
    heldUntil,
  };
}

function chooseOutcome({ hasSucceeded, held }: Result, nextAttemptAt: Date | null): Attempt["outcome"] {
  if (held) return "held";
  if (hasSucceeded) return "delivered";
  return nextAttemptAt ? "retrying" : "failed";
}

/**
 * HOLD_DAYS after the event was accepted; what is tried again later than that is held for as long once more, but not
 * longer than the event's data is kept.
 */
function holdEnd({ eventAt }: ClaimedDelivery, now: Date): Date {
  const { HOLD_DAYS, HISTORY_PAYLOAD_DAYS } = env();
  const acceptedAt = new Date(eventAt).getTime();
  const planned = acceptedAt + HOLD_DAYS * dayMs;
  const end = planned > now.getTime() ? planned : now.getTime() + HOLD_DAYS * dayMs;
  const capped = Math.min(end, acceptedAt + HISTORY_PAYLOAD_DAYS * dayMs);
  return new Date(Math.max(capped, now.getTime() + leastHoldMs));
}

function planNext(
  { trigger, plannedAt, scheduleStep }: ClaimedDelivery,
  { retrySchedule }: DueDestination,
  result: Result,
  now: Date,
  random: number,
): Date | null {
  const askedMs = Math.min(result.askedWaitMs, maxAskedWaitMs);
  if (trigger === "test") return null;
  if (trigger === "manual") {
    return plannedAt === null
      ? null
      : new Date(Math.max(new Date(plannedAt).getTime(), now.getTime() + askedMs));
  }
  const delaySeconds = retrySchedule[scheduleStep];
  if (delaySeconds === undefined) return null;
  const scheduledMs = delaySeconds * 1_000 * (1 - jitterShare + 2 * jitterShare * random);
  return new Date(now.getTime() + Math.max(scheduledMs, askedMs));
}
