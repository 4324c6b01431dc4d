import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "#db/migrate.ts";
import { startPostgres } from "#scripts/postgres/server.ts";

interface Options {
  /** Where it is kept, for a later run too; by default it goes away with this one. */
  dir?: string | undefined;
  /** Whether what is committed has to last, as in production. */
  hasToLast?: boolean;
  /** Settings of Patchbay beside those that it must have. */
  settings?: Readonly<Record<string, string>>;
}

/** Starts Postgres on this machine for a measurement within this process, migrated, and sets what Patchbay is told of it. */
export async function openDatabase({ dir, hasToLast = true, settings = {} }: Options = {}) {
  const dataDir = dir ?? (await mkdtemp(join(tmpdir(), "patchbay-bench-")));
  await mkdir(dataDir, { recursive: true });
  const database = await startPostgres({ dataDir, hasToLast });
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: "warn",
    ...settings,
  });
  async function close(): Promise<void> {
    const { closeDb } = await import("#db/client.ts");
    await closeDb();
    await sql.end();
    await database.stop(hasToLast ? "fast" : "immediate");
    if (dir === undefined) await rm(dataDir, { recursive: true, force: true });
  }
  try {
    await migrateDatabase(database.url);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    /** As its administrator. */
    sql,
    /** As Patchbay. */
    url: database.url,
    close,
    /**
     * Lets rows be made as Patchbay without looking at foreign keys and triggers: they hold by the way the rows are made,
     * and looking at each would take as long again.
     */
    async seedUnchecked(seed: () => Promise<void>): Promise<void> {
      await sql`SET session_replication_role = replica`;
      await sql`SELECT set_config('role', ${new URL(database.url).username}, false)`;
      await seed();
      await sql`RESET ROLE`;
      await sql`SET session_replication_role = origin`;
    },
  };
}

/** @returns `{ name: value }` of `--name value` each */
export function readPairs(args: readonly string[]): Record<string, string> {
  const pairs = args.flatMap((name, index): [string, string][] => {
    const value = args[index + 1];
    return name.startsWith("--") && value !== undefined ? [[name.slice(2), value]] : [];
  });
  return Object.fromEntries(pairs);
}
