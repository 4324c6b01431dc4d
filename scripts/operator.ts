import { openDatabase } from "./app/database.ts";
import { Session } from "./app/session.ts";
import { loadDevelopmentKeys } from "./keys.ts";
import { readOperatorCommand, runOperatorCommand } from "./operator/command.ts";
import { runningDatabaseUrl } from "./postgres/running.ts";
import { loadEnvFiles, readDataDir } from "./settings.ts";

/** `npm run operator -- add|remove <email>`, `npm run operator -- list`: who runs the platform. */
const session = new Session();
await session.run(async () => {
  const command = readOperatorCommand(process.argv.slice(2));
  const mode = process.env.NODE_ENV === "development" ? "development" : "production";
  loadEnvFiles(mode);
  const dataDir = readDataDir(process.env);
  if (mode === "development") Object.assign(process.env, await loadDevelopmentKeys(dataDir, process.env));
  // An app that runs on the embedded database goes on while this runs beside it.
  const joined = process.env.DATABASE_URL || (await runningDatabaseUrl(dataDir));
  const databaseUrl = joined ?? (await openDatabase(session, dataDir));
  const LOG_LEVEL = process.env.LOG_LEVEL || "silent";
  Object.assign(process.env, { NODE_ENV: mode, DATABASE_URL: databaseUrl, LOG_LEVEL });
  // The settings are read only now that they are all set.
  const { closeDb } = await import("#db/client.ts");
  console.log(await runOperatorCommand(command).finally(closeDb));
  await session.end(0);
});
