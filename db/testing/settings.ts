import { sql } from "drizzle-orm";
import { afterAll, beforeAll, inject } from "vitest";

const url = inject("databaseUrls")[Number(process.env.VITEST_POOL_ID) - 1];
if (!url) throw new Error(`There is no database for worker ${process.env.VITEST_POOL_ID}.`);

process.env.DATABASE_URL = url;
process.env.ENCRYPTION_KEYS = inject("encryptionKey");
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to be one";
process.env.PORT = String(inject("ports")[Number(process.env.VITEST_POOL_ID) - 1]);
process.env.OUTBOUND_ALLOW_HOSTS = "127.0.0.1,localhost";

// A drain sends whatever is due: what an earlier file left waiting must not keep this one's drains busy.
beforeAll(async () => {
  const { db } = await import("#db/client.ts");
  await db().execute(sql`
    WITH left_over AS (DELETE FROM delivery_queue RETURNING delivery_id)
    UPDATE deliveries SET status = 'cancelled' FROM left_over WHERE deliveries.id = left_over.delivery_id`);
});

afterAll(async () => {
  const { closeDb } = await import("#db/client.ts");
  await closeDb();
});
