import { count, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { sandboxInboxes } from "#db/schema/sandbox.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createInbox } from "#lib/test-inboxes/inboxes.ts";
import { createWebhook } from "./create-webhook.ts";

test("a merchant has 500 webhooks at most, also when thirty are made at once", async () => {
  const ctx = await createTestMerchant();
  const input = { url: "https://pos.example.com/hooks", eventTypes: ["*"] };
  const first = await createWebhook({ ctx, input });
  await db().execute(sql`
    WITH more AS (
      INSERT INTO destinations (id, merchant_id, kind, event_types, retry_schedule, timeout_ms)
      SELECT id || '_' || number, merchant_id, kind, event_types, retry_schedule, timeout_ms
      FROM destinations, generate_series(1, 494) AS number WHERE id = ${first.id} RETURNING id)
    INSERT INTO webhooks (id, merchant_id, url, sealed)
    SELECT more.id, merchant_id, url, sealed FROM webhooks, more WHERE webhooks.id = ${first.id}`);
  const made = await Promise.allSettled(Array.from({ length: 30 }, () => createWebhook({ ctx, input })));
  const refusals = made.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refusals).toHaveLength(25);
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 409, code: "too_many_webhooks" });
  const [row] = await db()
    .select({ total: count() })
    .from(webhooks)
    .where(eq(webhooks.merchantId, ctx.merchantId));
  expect(row?.total).toBe(500);
});

test("a merchant has 50 test inboxes at most, also when many are made at once", async () => {
  const ctx = await createTestMerchant();
  const made = await Promise.allSettled(
    Array.from({ length: 60 }, (_, number) => createInbox({ ctx, input: { name: `Till ${number}` } })),
  );
  expect(made.filter(({ status }) => status === "rejected")).toHaveLength(10);
  const [row] = await db()
    .select({ total: count() })
    .from(sandboxInboxes)
    .where(eq(sandboxInboxes.merchantId, ctx.merchantId));
  expect(row?.total).toBe(50);
});
