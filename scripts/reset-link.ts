import { openDatabase } from "./app/database.ts";
import { Session } from "./app/session.ts";
import { loadDevelopmentKeys } from "./keys.ts";
import { PlainError } from "./plain-error.ts";
import { runningDatabaseUrl } from "./postgres/running.ts";
import { loadEnvFiles, readDataDir } from "./settings.ts";

const session = new Session();
await session.run(async () => {
  const address = process.argv[2];
  if (!address) throw new PlainError("Say for whom: npm run reset-link -- ana@example.com");
  const mode = process.env.NODE_ENV === "development" ? "development" : "production";
  loadEnvFiles(mode);
  const dataDir = readDataDir(process.env);
  if (mode === "development") Object.assign(process.env, await loadDevelopmentKeys(dataDir, process.env));
  // An app that runs on the embedded database goes on while this runs beside it.
  const joined = process.env.DATABASE_URL || (await runningDatabaseUrl(dataDir));
  const databaseUrl = joined ?? (await openDatabase(session, dataDir));
  const LOG_LEVEL = process.env.LOG_LEVEL || "silent";
  Object.assign(process.env, { NODE_ENV: mode, DATABASE_URL: databaseUrl, LOG_LEVEL });
  const link = await resetLink(address);
  if (!link) throw new PlainError(`There is no account with the address ${address}.`);
  console.log(`Hand this to ${address}. It works once, for an hour:\n\n${link}\n`);
  await session.end(0);
});

/** Reads the settings only now that they are all set. */
async function resetLink(address: string): Promise<string | null> {
  const { closeDb } = await import("#db/client.ts");
  const { makeResetLink } = await import("#lib/auth/request-password-reset.ts");
  try {
    return await makeResetLink(address);
  } finally {
    await closeDb();
  }
}
