import { openDatabase } from "./bench/open-database.ts";
import { seedManyMerchants } from "./operator/seed-many.ts";

/**
 * npm run bench:operator [-- merchants times]
 * How long the pages over all merchants ask Postgres, with so many merchants (10,000) who sold something in each week of
 * thirteen months.
 */
const merchants = Number(process.argv[2] ?? 10_000);
const times = Number(process.argv[3] ?? 40);

const { sql, close } = await openDatabase({ hasToLast: false });
try {
  const operatorId = await seedManyMerchants(sql, merchants);
  const { measurePages } = await import("./operator/measure-pages.ts");
  console.table(await measurePages(sql, operatorId, times));
} finally {
  await close();
}
