import type { RollUpDifference } from "#lib/revenue/roll-ups/verify-roll-ups.ts";
import { openDatabase } from "./app/database.ts";
import { Session } from "./app/session.ts";
import { loadDevelopmentKeys } from "./keys.ts";
import { runningDatabaseUrl } from "./postgres/running.ts";
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
  const { merchants, differences } = await check(process.argv.slice(2));
  for (const difference of differences) console.log(toText(difference));
  console.log(`${merchants} merchants checked, ${differences.length} sums differ.`);
  await session.end(differences.length === 0 ? 0 : 1);
});

/** Reads the settings only now that they are all set. @param merchantIds none: everybody */
async function check(merchantIds: readonly string[]) {
  const { closeDb } = await import("#db/client.ts");
  const { checkRollUps } = await import("#lib/revenue/roll-ups/check-roll-ups.ts");
  try {
    return await checkRollUps(merchantIds.length === 0 ? undefined : merchantIds);
  } finally {
    await closeDb();
  }
}

function toText({ table, merchantId, key, column, stored, expected }: RollUpDifference): string {
  return `${table}.${column} of ${merchantId} (${key}) is ${stored}; its rows come to ${expected}.`;
}
