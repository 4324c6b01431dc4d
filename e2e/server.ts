import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { migrateDatabase } from "#db/migrate.ts";
import { startNext } from "#scripts/app/next-process.ts";
import { startTemporaryPostgres } from "#scripts/postgres/temporary.ts";
import { sessionsFile } from "./sessions.ts";

/**
 * The app as the browser tests meet it: the production build, on a database of its own, with the demo merchant and the
 * sandbox. Ends with everything it started on SIGTERM.
 */
const port = process.env.PORT ?? "3987";
const appUrl = process.env.E2E_APP_URL ?? `http://localhost:${port}`;

const postgres = await startTemporaryPostgres();
Object.assign(process.env, {
  NODE_ENV: "production",
  PORT: port,
  APP_URL: appUrl,
  NEXTAUTH_URL: appUrl,
  DATABASE_URL: postgres.url,
  ENCRYPTION_KEYS: `e2e:${randomBytes(32).toString("base64")}`,
  NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
  SANDBOX: "on",
  OUTBOUND_ALLOW_HOSTS: "localhost,127.0.0.1",
  LOG_LEVEL: "warn",
});
await migrateDatabase(postgres.url);
const { seedDemo } = await import("#db/seed.ts");
const { closeDb } = await import("#db/client.ts");
const { seedMerchants, seedSessions } = await import("./seed-merchants.ts");
await seedDemo()
  .then(seedMerchants)
  .then(() => seedSessions(sessionsFile(port)))
  .finally(closeDb);

const app = startNext("start", Number(port));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void app.stop());
const { exitCode } = await app.ended;
await postgres.stop();
await rm(sessionsFile(port), { force: true });
process.exit(exitCode ?? 0);
