import { eq } from "drizzle-orm";
import { closeDb, db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { refreshCredentials } from "../tokens/refresh-credentials.ts";

/** A process of its own that refreshes one integration many times at once: `node refresh-worker.ts id version times`. */
const [id = "", version = "", times = ""] = process.argv.slice(2);
const [integration] = await db().select().from(integrations).where(eq(integrations.id, id));
if (!integration) throw new Error(`No integration ${id}.`);
process.stdout.write("ready\n");
await new Promise((resolve) => {
  process.stdin.once("data", resolve);
});
const results = await Promise.allSettled(
  Array.from({ length: Number(times) }, () => refreshCredentials(integration, Number(version))),
);
const tokens = results.map((result) =>
  result.status === "fulfilled" ? (result.value.secrets.accessToken ?? "") : `failed: ${result.reason}`,
);
process.stdout.write(`${JSON.stringify(tokens)}\n`);
process.stdin.destroy();
await closeDb();
