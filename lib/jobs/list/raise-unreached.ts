import { findNextWatched } from "#lib/automations/must-reach/claim-watched.ts";
import { raiseUnreached } from "#lib/automations/must-reach/raise-unreached.ts";
import { defineQueue } from "../define-job.ts";

/** Raises the steps that did not reach anyone in time, and takes their second way. */
export const raiseUnreachedJob = defineQueue({
  id: "raise-unreached",
  name: "Raise what was not reached",
  event: "attention/ready",
  // What another instance watched as it died waits so long for us.
  pollMs: 2_000,
  drain: async (input) => ({ ...(await raiseUnreached(input)), nextDueAt: await findNextWatched() }),
  findNextDueAt: findNextWatched,
});
