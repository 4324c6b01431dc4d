import { afterAll, inject } from "vitest";

process.env.DATABASE_URL = inject("databaseUrl");
process.env.ENCRYPTION_KEYS = inject("encryptionKey");
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to be one";
process.env.OUTBOUND_ALLOW_HOSTS = "127.0.0.1,localhost";

afterAll(async () => {
  const { closeDb } = await import("#db/client.ts");
  await closeDb();
});
