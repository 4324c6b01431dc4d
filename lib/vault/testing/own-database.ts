import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { migrateDatabase } from "#db/migrate.ts";

/** A migrated database of a test's own beside the given one, for tests that change every row there is. */
export async function createOwnDatabase(besideUrl: string) {
  const name = `own_${randomBytes(6).toString("hex")}`;
  const admin = postgres(besideUrl, { max: 1, onnotice: () => {} });
  await admin`CREATE DATABASE ${admin(name)}`;
  const url = new URL(besideUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  return {
    url: url.href,
    /** Once every connection to it is closed. */
    async drop() {
      // Not WITH (FORCE): that is refused to all but a superuser while autovacuum is at work there. Without it, Postgres
      // ends autovacuum itself, and waits some seconds for connections that are just going.
      await admin`DROP DATABASE ${admin(name)}`;
      await admin.end();
    },
  };
}
