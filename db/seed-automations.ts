import { eq } from "drizzle-orm";
import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { installRecipe } from "#lib/recipes/install-recipe.ts";
import { findRecipe } from "#lib/recipes/registry.ts";
import { connectApp } from "#lib/recipes/testing/connect-app.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { db } from "./client.ts";
import { automations } from "./schema/automations.ts";
import { integrations } from "./schema/integrations.ts";
import { findDemo } from "./seed/find-demo.ts";

const recipeIds = ["restaurant-orders", "shop-orders"] as const;

/**
 * Gives the demo merchant two recipes with their apps connected in the sandbox, which has to be served, and some orders:
 * runs that succeed, one that fails, one whose payment waits for a yes. Once: what the merchant has changed since stays.
 */
export async function seedDemoAutomations(): Promise<void> {
  if (env().SANDBOX !== "on") return;
  const ctx = await findDemo();
  if (ctx) await installWithRuns(ctx);
}

/** Does nothing for a merchant who has an automation, or had one. */
export async function installWithRuns(ctx: Ctx): Promise<void> {
  const [existing] = await db()
    .select({ id: automations.id })
    .from(automations)
    .where(eq(automations.merchantId, ctx.merchantId))
    .limit(1);
  if (existing) return;
  const connections = await connectApps(ctx);
  for (const id of recipeIds) {
    const roles = Object.entries(findRecipe(id)?.roles ?? {}).map(
      ([name, { provider }]) => [name, { integrationId: connections.get(provider) ?? "" }] as const,
    );
    await installRecipe({ ctx, input: { id, publish: true, roles: Object.fromEntries(roles) } });
  }
  await sendOrders(ctx, connections.get("paypal") ?? "");
}

/** What an earlier start connected, before it was ended, is there already. */
async function connectApps(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await db().select().from(integrations).where(eq(integrations.merchantId, ctx.merchantId));
  const connected = rows.filter(({ status }) => status !== "disconnected");
  const connections = new Map(connected.map(({ provider, id }) => [provider, id]));
  const roles = recipeIds.flatMap((id) => Object.values(findRecipe(id)?.roles ?? {}));
  for (const provider of new Set(roles.map((role) => role.provider))) {
    if (!connections.has(provider)) connections.set(provider, await connectApp(ctx, provider));
  }
  return connections;
}

async function sendOrders(ctx: Ctx, paypal: string): Promise<void> {
  const { output } = await runIntegrationAction({
    ctx,
    input: {
      id: paypal,
      action: "create-order",
      input: { amount: 3_450, currency: "EUR", returnUrl: "https://trattoria.example/thanks" },
    },
  });
  await runSandboxCommand({ ctx, input: { provider: "paypal", command: "approve-newest" } });
  const { payment } = orderPaid.example;
  const paid = (number: string, change: Record<string, unknown> = {}) => ({
    type: "order.paid",
    data: {
      ...orderPaid.example,
      orderId: `ord_${number}`,
      number,
      payment: { ...payment, id: `pay_${number}` },
      ...change,
    },
  });
  const placed = (number: string, paypalOrderId: unknown) => ({
    type: "order.placed",
    data: { ...orderPlaced.example, orderId: `ord_${number}`, number, paypalOrderId },
  });
  await acceptEvents({
    ctx,
    input: [
      paid("1043"),
      paid("1044", { customer: undefined, tableNumber: "4", note: "One without cheese." }),
      paid("1045", { customer: { name: "Jonas Weber", email: "jonas@example.com" }, tableNumber: "9" }),
      placed("2001", output.orderId),
      // No number that PayPal gives: the run fails at its last step.
      placed("2002", "PAYPAL-2002"),
    ].map(withoutGaps),
  });
}

function withoutGaps(event: { type: string; data: Record<string, unknown> }) {
  const kept = Object.entries(event.data).filter(([, value]) => value !== undefined);
  return { ...event, data: Object.fromEntries(kept) };
}
