import type { ClaimedDelivery } from "./claim.ts";
import { type Attempt, concludeAttempt } from "./conclude-attempt.ts";
import type { DueDestination } from "./due-destinations.ts";

/** The attempt to record when Patchbay itself failed before anything was sent. */
export function internalFailure(input: {
  delivery: ClaimedDelivery;
  destination: DueDestination;
  startedAt: Date;
}): Attempt {
  const totalMs = Date.now() - input.startedAt.getTime();
  return concludeAttempt({
    ...input,
    requestHeaders: {},
    reply: {
      ok: false,
      failureCode: "internal",
      message:
        "Patchbay had a problem of its own before it could send this. It is not your endpoint's doing.",
      timing: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs },
    },
  });
}
