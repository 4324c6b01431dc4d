import { db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { newId } from "#lib/ids.ts";

/** A merchant of a test's own, and the context of its owner. */
export async function createTestMerchant(): Promise<Ctx> {
  const merchantId = newId("mer");
  await db()
    .insert(merchants)
    .values({ id: merchantId, name: `Test ${merchantId}` });
  const actor = { kind: "user", id: newId("usr"), role: "owner" } as const;
  return { merchantId, actor, requestId: newId("req"), locale: "en" };
}
