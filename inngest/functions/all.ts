import { acceptEventsFunction } from "./accept-events.ts";
import { drainDeliveriesFunction } from "./drain-deliveries.ts";
import { pruneHistoryFunction } from "./prune-history.ts";
import { sweepFunction } from "./sweep.ts";

/** Every function, as served at /api/inngest and run by the embedded runner. */
export function allFunctions() {
  return [acceptEventsFunction(), drainDeliveriesFunction(), sweepFunction(), pruneHistoryFunction()];
}
