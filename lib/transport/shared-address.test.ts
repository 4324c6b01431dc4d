import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema/tenancy.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { countRefusal } from "#lib/auth/refusal-limit.ts";
import { newId } from "#lib/ids.ts";
import { authenticate } from "./authenticate.ts";

/** All of these come from one address: the tests trust no proxy. */
const shared = "unknown";

function ask(key: string) {
  const headers = { authorization: `Bearer ${key}` };
  return authenticate(new Request("http://localhost/api/events", { headers }), newId("req"));
}

/** A key of a merchant that was used so long ago, in another process. */
async function keyUsed(minutesAgo: number | null, change: Partial<typeof apiKeys.$inferInsert> = {}) {
  const ctx = await createTestMerchant();
  const key = await createTestApiKey(ctx);
  const lastUsedAt = minutesAgo === null ? null : sql`now() - make_interval(mins => ${minutesAgo})`;
  await db()
    .update(apiKeys)
    .set({ lastUsedAt, ...change })
    .where(eq(apiKeys.merchantId, ctx.merchantId));
  return { key, merchantId: ctx.merchantId };
}

test("however many guess from an address, a key that was used within the hour is let in, also by a process that has not seen it", async () => {
  const good = await keyUsed(59);
  const revoked = await keyUsed(5, { revokedAt: new Date() });
  const [old, unused] = [await keyUsed(61), await keyUsed(null)];
  const seenHere = await keyUsed(null);
  await ask(seenHere.key);
  await countRefusal(shared, 600);
  expect(await ask(good.key)).toMatchObject({ merchantId: good.merchantId });
  expect(await ask(seenHere.key)).toMatchObject({ merchantId: seenHere.merchantId });
  const wrong = `pb_${randomBytes(24).toString("base64url")}`;
  for (const key of [wrong, revoked.key, old.key, unused.key]) {
    await expect(ask(key)).rejects.toMatchObject({ status: 429, code: "rate_limited" });
  }
});
