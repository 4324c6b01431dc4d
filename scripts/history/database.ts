import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { lockDataDir } from "#scripts/data-dir/lock.ts";
import { startPostgres } from "#scripts/postgres/server.ts";
import { createPrivateFile, readFileIfAny } from "#scripts/private-file.ts";

/** The database of a folder, as durable as in production, and this process set up as the app on it. */
export type HistoryDatabase = AsyncDisposable & {
  /** As the superuser: rows are written past foreign keys. */
  sql: postgres.Sql;
  url: string;
};

/** Starts the Postgres of a folder, which is made where there is none. */
export async function openDatabase(folder: string): Promise<HistoryDatabase> {
  await mkdir(folder, { recursive: true });
  const lock = await lockDataDir(folder);
  const server = await startPostgres({ dataDir: folder });
  const sql = postgres(server.adminUrl, { max: 4, onnotice: () => {} });
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATABASE_URL: server.url,
    ENCRYPTION_KEYS: `history:${await keyOf(folder)}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    OUTBOUND_ALLOW_HOSTS: "127.0.0.1",
    LOG_LEVEL: "warn",
  });
  return {
    sql,
    url: server.url,
    async [Symbol.asyncDispose]() {
      const { closeDb } = await import("#db/client.ts");
      await closeDb();
      await sql.end();
      await server.stop();
      lock.release();
    },
  };
}

/** The same at each start: what was sealed opens. */
async function keyOf(folder: string): Promise<string> {
  const file = join(folder, "history.key");
  const known = await readFileIfAny(file);
  if (known) return known;
  const key = randomBytes(32).toString("base64");
  await createPrivateFile(file, key);
  return key;
}
