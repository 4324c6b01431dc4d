import { databaseState } from "#db/readiness.ts";
import { engineState } from "#inngest/client.ts";

/** Whether database, migrations and engine are ready, and which is not. */
export async function readiness() {
  const database = await databaseState();
  const engine = engineState();
  return { isReady: database === "ok" && engine !== "not running", database, engine };
}
