import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "#db/migrate.ts";
import { seedManyMerchants } from "./operator/seed-many.ts";
import { startPostgres } from "./postgres/server.ts";

/**
 * npm run bench:operator [-- merchants times]
 * How long the pages over all merchants ask Postgres, with so many merchants (10,000) who sold something in each week of
 * thirteen months.
 */
const merchants = Number(process.argv[2] ?? 10_000);
const times = Number(process.argv[3] ?? 40);

const dataDir = await mkdtemp(join(tmpdir(), "patchbay-operator-"));
const database = await startPostgres({ dataDir, hasToLast: false });
Object.assign(process.env, {
  DATABASE_URL: database.url,
  ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  LOG_LEVEL: "warn",
});
const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
const { closeDb } = await import("#db/client.ts");
try {
  await migrateDatabase(database.url);
  const operatorId = await seedManyMerchants(sql, merchants);
  const { measurePages } = await import("./operator/measure-pages.ts");
  console.table(await measurePages(sql, operatorId, times));
} finally {
  await sql.end();
  await closeDb();
  await database.stop("immediate");
  await rm(dataDir, { recursive: true, force: true });
}
