import { databaseState } from "#db/readiness.ts";
import { hasReceiver } from "#inngest/embedded/inbox.ts";
import { env } from "#lib/env.ts";

/** Whether database, migrations and engine are ready, and which is not. */
export async function readiness() {
  const database = await databaseState();
  const engine = env().usesInngestServer ? "inngest server" : hasReceiver() ? "embedded" : "not running";
  return { isReady: database === "ok" && engine !== "not running", database, engine };
}
