import { startStandIn } from "#inngest/testing/stand-in.ts";

/** The Inngest server of the benchmark, played. Tells its settings; asked, it tells how many runs there were. */
const standIn = await startStandIn();

process.on("message", () => {
  process.send?.({ runs: standIn.runsBesideCrons().length });
});
process.on("disconnect", () => process.exit(0));
process.send?.(standIn.settings);
