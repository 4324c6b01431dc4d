import { migrateDatabase } from "#db/migrate.ts";
import { createEmptyDatabase } from "#db/testing/empty-database.ts";

/** A migrated database of a test's own beside the given one, for tests that change every row there is. */
export async function createOwnDatabase(besideUrl: string) {
  const own = await createEmptyDatabase(besideUrl);
  await migrateDatabase(own.url);
  return own;
}
