import { openDatabase } from "./app/database.ts";
import { Session } from "./app/session.ts";
import { loadDevelopmentKeys } from "./keys.ts";
import { PlainError } from "./plain-error.ts";
import { runningDatabaseUrl } from "./postgres/running.ts";
import { progressText, reportText } from "./reseal/report-text.ts";
import { loadEnvFiles, readDataDir } from "./settings.ts";

const session = new Session();
await session.run(async () => {
  const mode = process.env.NODE_ENV === "development" ? "development" : "production";
  loadEnvFiles(mode);
  const dataDir = readDataDir(process.env);
  if (mode === "development") Object.assign(process.env, await loadDevelopmentKeys(dataDir, process.env));
  // An app that runs on the embedded database goes on while this runs beside it.
  const joined = process.env.DATABASE_URL || (await runningDatabaseUrl(dataDir));
  const databaseUrl = joined ?? (await openDatabase(session, dataDir));
  // What the log would say is printed in plainer words.
  const LOG_LEVEL = process.env.LOG_LEVEL || "silent";
  Object.assign(process.env, { NODE_ENV: mode, DATABASE_URL: databaseUrl, LOG_LEVEL });
  const isComplete = await reseal();
  await session.end(isComplete ? 0 : 1);
});

/** Reads the settings only now that they are all set. @returns whether every row was sealed again */
async function reseal(): Promise<boolean> {
  const { env } = await import("#lib/env.ts");
  const { closeDb } = await import("#db/client.ts");
  const { resealSecrets } = await import("#lib/vault/reseal-secrets.ts");
  const keyIds = env()
    .ENCRYPTION_KEYS.split(",")
    .map((key) => key.slice(0, key.indexOf(":")));
  try {
    const report = await resealSecrets((progress) => console.log(progressText(progress)));
    if (!report) throw new PlainError("Another run is under way. It does the same; wait for it to end.");
    console.log(reportText(report, keyIds));
    return report.failures.length === 0;
  } finally {
    await closeDb();
  }
}
