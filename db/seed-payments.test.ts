import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { db } from "./client.ts";
import { integrations } from "./schema/integrations.ts";
import { charges } from "./schema/payments.ts";
import { planMonth } from "./seed/month.ts";
import { sendDemoOrders } from "./seed/orders.ts";
import { playMonth } from "./seed-payments.ts";
import { createTestMerchant } from "./testing/merchant.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(stripe);
});
afterAll(() => release());

const days = 2;

async function listPlayed(merchantId: string) {
  const rows = await db()
    .select({ key: charges.key, paidAt: charges.paidAt, status: charges.status })
    .from(charges)
    .where(and(eq(charges.merchantId, merchantId), like(charges.key, "demo-%")));
  return rows.toSorted((one, other) => ((one.key ?? "") < (other.key ?? "") ? -1 : 1));
}

test("the demo's past goes on where it was interrupted, is played once, and each payment is of its own day", async () => {
  const ctx = await createTestMerchant();
  await sendDemoOrders(ctx, days);
  let steps = 0;
  await playMonth(ctx, days, () => {
    steps += 1;
    return steps > 3;
  });
  expect(await listPlayed(ctx.merchantId)).toHaveLength(3);
  await playMonth(ctx, days);
  const played = await listPlayed(ctx.merchantId);
  const sales = planMonth(new Date(), days);
  expect(played).toHaveLength(sales.length + 1);
  const planned = sales.map(({ at }) => at.toISOString().slice(0, 10));
  const paid = played.flatMap(({ paidAt }) => paidAt?.toISOString().slice(0, 10) ?? []);
  expect(new Set(paid)).toEqual(new Set(planned));
  await playMonth(ctx, days);
  expect(await listPlayed(ctx.merchantId)).toEqual(played);
}, 60_000);

test("nothing is played for a merchant whose till told of no orders", async () => {
  const ctx = await createTestMerchant();
  await playMonth(ctx, days);
  expect(await listPlayed(ctx.merchantId)).toEqual([]);
  const connected = await db().select().from(integrations).where(eq(integrations.merchantId, ctx.merchantId));
  expect(connected).toEqual([]);
});
