import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#db/migrate.ts";
import { startTemporaryPostgres } from "#scripts/postgres/temporary.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    encryptionKey: string;
  }
}

/** One real Postgres for the whole run, migrated once. Tests keep apart by having a merchant each. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres();
  await migrateDatabase(postgres.url);
  project.provide("databaseUrl", postgres.url);
  project.provide("encryptionKey", `test:${randomBytes(32).toString("base64")}`);
  return () => postgres.stop();
}
