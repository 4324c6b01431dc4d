import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number, as long as it is ours: processes that start together migrate one after the other. */
const migrationLock = 7_281_043;

/**
 * Brings a database to the newest schema. Safe to call from several processes at once.
 * @throws when the database cannot be reached or a migration fails; nothing of that migration stays then.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`SELECT pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)),
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
