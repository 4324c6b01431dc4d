import { createTestMerchant } from "#db/testing/merchant.ts";
import { drainDeliveries } from "#lib/destinations/drain.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import type { CreateWebhookInput } from "#lib/webhooks/schema.ts";
import { getDelivery } from "../get-delivery.ts";
import { listDeliveries } from "../list-deliveries.ts";

/** A merchant of the test's own with a webhook, and what tests do with them. */
export async function setScene(webhookInput: Partial<CreateWebhookInput> & { url: string }) {
  const ctx = await createTestMerchant();
  const webhook = await createWebhook({ ctx, input: { eventTypes: ["*"], ...webhookInput } });
  return {
    ctx,
    webhook,
    /** Accepts `total` paid orders and returns their event ids. */
    async sendOrders(total = 1): Promise<string[]> {
      const input = Array.from({ length: total }, () => ({ type: "order.paid", data: orderPaid.example }));
      const { data } = await acceptEvents({ ctx, input });
      return data.map((event) => event.id);
    },
    drain: () => drainDeliveries({ budgetMs: 60_000 }),
    async deliveries() {
      return (await listDeliveries({ ctx, input: { limit: 100 } })).data;
    },
    /** The only delivery there is, with its attempts. */
    async theDelivery() {
      const [only, ...others] = (await listDeliveries({ ctx, input: { eventType: "order.paid" } })).data;
      if (!only || others.length > 0)
        throw new Error(`There are ${others.length + (only ? 1 : 0)} deliveries, not one.`);
      return getDelivery({ ctx, input: { id: only.id } });
    },
  };
}
