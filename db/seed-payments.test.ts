import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client.ts";
import { integrations } from "./schema/integrations.ts";
import { charges } from "./schema/payments.ts";
import { playMonth } from "./seed-payments.ts";
import { createTestMerchant } from "./testing/merchant.ts";

test("nothing is played for a merchant whose till told of no orders", async () => {
  const { merchantId, ...ctx } = await createTestMerchant();
  await playMonth({ merchantId, ...ctx }, 2);
  expect(await db().select().from(charges).where(eq(charges.merchantId, merchantId))).toEqual([]);
  expect(await db().select().from(integrations).where(eq(integrations.merchantId, merchantId))).toEqual([]);
});
