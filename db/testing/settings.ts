import { afterAll, inject } from "vitest";

const url = inject("databaseUrls")[Number(process.env.VITEST_POOL_ID) - 1];
if (!url) throw new Error(`There is no database for worker ${process.env.VITEST_POOL_ID}.`);

process.env.DATABASE_URL = url;
process.env.ENCRYPTION_KEYS = inject("encryptionKey");
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to be one";
process.env.OUTBOUND_ALLOW_HOSTS = "127.0.0.1,localhost";

afterAll(async () => {
  const { closeDb } = await import("#db/client.ts");
  await closeDb();
});
