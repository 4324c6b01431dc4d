import { afterEach, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { listRecords } from "#lib/integrations/sync/list-records.ts";
import { connectTestApp } from "#lib/integrations/testing/connect-test-app.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { listWebhookLogs } from "#lib/webhooks/list-webhook-logs.ts";
import { searchInTurn } from "./search-in-turn.ts";

const held: (() => void)[] = [];
afterEach(() => {
  for (const end of held.splice(0)) end();
});

/** Three searches of a merchant that go on until the test ends, and as many behind them as may wait. */
function fillTurns(ctx: Ctx): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  held.push(resolve);
  for (let turn = 0; turn < 23; turn += 1) searchInTurn(ctx, () => promise).catch(() => {});
}

const anyWebhook = { url: "https://pos.example.com/hooks", eventTypes: ["*"] };

test.each<[string, (ctx: Ctx) => Promise<(search?: string) => Promise<unknown>>]>([
  ["events", async (ctx) => (search) => listEvents({ ctx, input: { search } })],
  ["deliveries", async (ctx) => (search) => listDeliveries({ ctx, input: { search } })],
  [
    "the log of a webhook",
    async (ctx) => {
      const { id } = await createWebhook({ ctx, input: anyWebhook });
      return (search) => listWebhookLogs({ ctx, input: { id, search } });
    },
  ],
  [
    "copies of an app's products",
    async (ctx) => {
      const id = await connectTestApp(ctx);
      return (search) => listRecords({ ctx, input: { id, kind: "product", search } });
    },
  ],
])("a merchant's searches have three turns, and only its own wait for them: %s", async (_name, parseList) => {
  const [ctx, other] = [await createTestMerchant(), await createTestMerchant()];
  const [list, listOfOther] = [await parseList(ctx), await parseList(other)];
  fillTurns(ctx);
  await expect(list("pizza margherita")).rejects.toMatchObject({ status: 429, retryAfterSeconds: 5 });
  await list();
  await listOfOther("pizza margherita");
});
