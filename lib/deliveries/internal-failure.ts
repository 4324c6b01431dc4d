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
      failure: { code: "internal", params: { reason: "before_sending" } },
      timing: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs },
    },
  });
}
