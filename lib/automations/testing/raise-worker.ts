import { closeDb } from "#db/client.ts";
import { raiseUnreached } from "../must-reach/raise-unreached.ts";

/** A process of its own that looks at what was not reached, once it is told to. */
process.stdout.write("ready\n");
await new Promise((resolve) => {
  process.stdin.once("data", resolve);
});
await raiseUnreached({ budgetMs: 20_000 });
process.stdout.write("done\n");
process.stdin.destroy();
await closeDb();
