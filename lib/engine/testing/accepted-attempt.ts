import { judge } from "../judge.ts";
import type { Attempt, ClaimedDelivery, DueDestination } from "../sender.ts";

/** An attempt at it that was answered 204 within a millisecond. */
export function acceptedAttempt(delivery: ClaimedDelivery, destination: DueDestination): Attempt {
  return judge({
    delivery,
    destination,
    startedAt: new Date(),
    result: {
      hasSucceeded: true,
      code: "endpoint_accepted",
      params: { statusCode: 204 },
      isFinal: false,
      isGone: false,
      askedWaitMs: 0,
      totalMs: 1,
      exchange: null,
    },
  });
}
