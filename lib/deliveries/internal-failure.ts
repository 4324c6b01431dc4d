import { newId } from "#lib/ids.ts";
import type { Attempt } from "./attempt.ts";
import type { ClaimedDelivery } from "./claim.ts";
import type { DueDestination } from "./due-destinations.ts";
import { judge } from "./outcome.ts";

/** The attempt to record when Patchbay itself failed before anything was sent. */
export function internalFailure(input: {
  delivery: ClaimedDelivery;
  destination: DueDestination;
  startedAt: Date;
}): Attempt {
  const { delivery, destination, startedAt } = input;
  const timing = {
    dnsMs: null,
    connectMs: null,
    tlsMs: null,
    firstByteMs: null,
    totalMs: Date.now() - startedAt.getTime(),
  };
  const message =
    "Patchbay had a problem of its own before it could send this. It is not your endpoint's doing.";
  const number = delivery.attempts + 1;
  const verdict = judge({
    reply: { ok: false, failureCode: "internal", message, timing },
    attemptNumber: number,
    retryScheduleSeconds: destination.retrySchedule,
    isTest: delivery.isTest,
    now: new Date(),
    random: Math.random(),
  });
  return {
    ...verdict,
    id: newId("att"),
    delivery,
    destination,
    number,
    startedAt,
    url: destination.url,
    requestHeaders: {},
    statusCode: null,
    responseHeaders: null,
    responseBody: null,
    isResponseCut: false,
    timing,
  };
}
