import { flushCompileCache } from "node:module";
import { senders } from "#lib/destinations/senders.ts";
import { Drainer } from "#lib/engine/drainer.ts";

/** A process that runs what is due and ends: for tests that kill it amid a run. */
// A process that is killed leaves the next one nothing that it has compiled, unless it says so while it lives.
flushCompileCache();
await new Drainer(senders).run(60_000);
process.exit(0);
