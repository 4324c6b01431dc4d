import { and, eq, sql, count as total } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import type { createAutomationInput } from "#lib/automations/schema.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { senders } from "#lib/destinations/senders.ts";
import { claimDeliveries, withPayloads } from "#lib/engine/claim.ts";
import { Drainer } from "#lib/engine/drainer.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";

type Draft = Partial<z.input<typeof createAutomationInput>>;
type Step = NonNullable<Draft["steps"]>[number] & { mapping: Record<string, unknown> };

export const field = (...path: string[]) =>
  ({ kind: "field", path: ["data", ...path], transforms: [], ifMissing: { rule: "fail" } }) as const;
const fixed = (value: string) => ({ kind: "fixed", value }) as const;

/** A restaurant with Slack and Google Sheets: of each paid order a message to the kitchen and a row. */
export async function openKitchen(change: (steps: { message: Step; row: Step }) => Draft = () => ({})) {
  const ctx = await createTestMerchant();
  const slack = await connectedIn(ctx, { provider: "slack" });
  const sheets = await connectedIn(ctx, { provider: "google-sheets" });
  const message: Step = {
    key: "message",
    integrationId: slack,
    action: "send-message",
    mapping: {
      channel: fixed("C0ORDERS001"),
      text: { kind: "text", parts: ["Order ", field("number")] },
    },
  };
  const row: Step = {
    key: "row",
    integrationId: sheets,
    action: "append-row",
    mapping: {
      spreadsheet: fixed("1patchbaySandboxOrdersSpreadsheet00000000001"),
      sheet: fixed("Orders"),
      values: { kind: "list", items: [field("number")] },
    },
  };
  const draft = { name: "Kitchen", eventType: "order.paid", steps: [message, row] };
  const made = await createAutomation({ ctx, input: { ...draft, ...change({ message, row }) } });
  const automation = await publishAutomation({ ctx, input: { id: made.id, revision: made.revision } });
  const count = async (provider: string, kind: string) => {
    const rows = await db()
      .select({ total: total() })
      .from(sandboxObjects)
      .innerJoin(sandboxAccounts, eq(sandboxAccounts.id, sandboxObjects.accountId))
      .where(
        and(
          eq(sandboxAccounts.merchantId, ctx.merchantId),
          eq(sandboxAccounts.provider, provider),
          eq(sandboxObjects.kind, kind),
          // Slack says in the channel that somebody joined it.
          sql`${sandboxObjects.data} ->> 'subtype' IS NULL`,
        ),
      );
    return rows[0]?.total ?? 0;
  };
  const rowsBefore = await count("google-sheets", "row");
  return {
    ctx,
    automation,
    message,
    row,
    slack,
    sheets,
    send: (data: Record<string, unknown> = {}, id = "order-1") =>
      acceptEvents({ ctx, input: { id, type: "order.paid", data: { ...orderPaid.example, ...data } } }),
    /** Paid orders with numbers of their own, one after the other. */
    async sendNumbered(numbers: readonly number[]) {
      const input = numbers.map((number) => {
        const payment = { ...orderPaid.example.payment, id: `pay_${number}` };
        const own = { orderId: `ord_${number}`, number: String(number), payment };
        return { id: `order-${number}`, type: "order.paid", data: { ...orderPaid.example, ...own } };
      });
      await acceptEvents({ ctx, input });
    },
    drain: () => new Drainer(senders).run(60_000),
    /** The only delivery, as an engine has it. */
    async claim() {
      const destination = {
        id: automation.id,
        merchantId: ctx.merchantId,
        kind: "automation",
        version: "1",
        retrySchedule: [60],
        timeoutMs: 30_000,
        maxPerSecond: null,
        maxInFlight: null,
        orderedUntil: null,
        failingSince: null,
        isSuccessWanted: false,
      };
      const queued = await claimDeliveries(db(), "lease", [{ destination, slots: 1 }]);
      const [delivery] = (await withPayloads(db(), queued)).claimed;
      if (!delivery) throw new Error("Nothing was claimed.");
      return delivery;
    },
    makeDue: () =>
      db().execute(
        sql`UPDATE delivery_queue SET due_at = clock_timestamp() WHERE destination_id = ${automation.id}`,
      ),
    /** What was posted, the oldest first. */
    async posted() {
      const rows = await db().execute<{ text: string }>(sql`
        SELECT sandbox_objects.data ->> 'text' AS text FROM sandbox_objects
        JOIN sandbox_accounts ON sandbox_accounts.id = account_id
        WHERE merchant_id = ${ctx.merchantId} AND kind = 'message' AND sandbox_objects.data ->> 'subtype' IS NULL
        ORDER BY position`);
      return rows.map(({ text }) => text);
    },
    /** What has come about in the sandboxes. */
    made: async () => ({
      messages: await count("slack", "message"),
      rows: (await count("google-sheets", "row")) - rowsBefore,
    }),
    async delivery() {
      const [only] = (await listDeliveries({ ctx, input: { webhookId: automation.id } })).data;
      if (!only) throw new Error("The event made no delivery.");
      return getDelivery({ ctx, input: { id: only.id } });
    },
    steps: () =>
      db().execute(sql`SELECT position, status, input, output, receipt, code, params
        FROM delivery_steps LEFT JOIN delivery_step_payloads USING (delivery_id, merchant_id, position)
        WHERE merchant_id = ${ctx.merchantId} ORDER BY position`),
  };
}
