import { and, eq, like } from "drizzle-orm";
import { db } from "#db/client.ts";
import { deliveryQueue, deliverySteps } from "#db/schema/deliveries.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { rateLimits } from "#db/schema/tenancy.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { openDriftIssue, raiseCard } from "#lib/automations/testing/attention.ts";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderRefunded } from "#lib/events/catalogue/orders.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { createCharge } from "#lib/payments/create-charge.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { listAllRecipes } from "#lib/recipes/registry.ts";
import { addPayout, toShop } from "#lib/revenue/testing/scene.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { createInbox } from "#lib/test-inboxes/inboxes.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { handle } from "#lib/transport/handle.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { subscribeHook } from "#lib/zapier/subscribe-hook.ts";

export type Call = {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  /** In place of `body`: the bytes as they are sent. */
  raw?: string;
  headers?: Record<string, string>;
};

const url = "https://pos.example.com/hook";

export const formatEndpointName = ({ method, path }: Endpoint) => `${method} ${path}`;

/**
 * Endpoints whose call takes from others what theirs are about, or changes it for them: not at the merchant of all
 * others, but at one of a few, where nothing that stands in the same row is in each other's way.
 */
const changesMore: readonly (readonly string[])[] = [
  [
    "DELETE /api/webhooks/{id}",
    "POST /api/automations/{id}/versions/{number}/restore",
    "POST /api/runs/{id}/reject",
  ],
  [
    "POST /api/webhooks/{id}/pause",
    "POST /api/automations/{id}/pause",
    "DELETE /api/integrations/{id}",
    "PATCH /api/sandbox/inboxes/{id}",
  ],
  [
    "PATCH /api/automations/{id}",
    "POST /api/deliveries/{id}/retry",
    "POST /api/integrations/{id}/check",
    "DELETE /api/integrations/{id}/sync",
  ],
  [
    "DELETE /api/automations/{id}",
    "POST /api/deliveries/{id}/cancel",
    "POST /api/sandbox/providers/{provider}/commands/{command}",
  ],
  ["POST /api/automations/{id}/publish", "POST /api/sandbox/providers/{provider}/faults"],
  ["POST /api/automations/{id}/issues/{issueId}/repair"],
];

type OneOfEverything = Awaited<ReturnType<typeof createOneOfEverything>>;

/** Finds the merchant at which an endpoint is asked, by its name; each is made when it is first wanted. */
export function openScenes(app: Provider): (name: string) => Promise<OneOfEverything> {
  const scenes = new Map<number, Promise<OneOfEverything>>();
  return (name) => {
    const at = changesMore.findIndex((names) => names.includes(name));
    const scene = scenes.get(at) ?? createOneOfEverything(app);
    scenes.set(at, scene);
    return scene;
  };
}

/**
 * A merchant with one of everything, and a call of each endpoint that is right.
 * @param app that takes keys, has the actions and lists named below, and whose sandbox is being served, as is Stripe's
 */
export async function createOneOfEverything(app: Provider) {
  const ctx = await createTestMerchant();
  const provider = app.id;
  const { keys } = await getSandboxState({ ctx, input: { provider } });
  const keyInput = { provider, credentials: keys[0]?.fields ?? {} };
  const { id: integrationId } = await connectWithKeys({ ctx, input: keyInput });
  const webhook = await createWebhook({ ctx, input: { url, eventTypes: ["order.paid"] } });
  const hook = await subscribeHook({ ctx, input: { targetUrl: `${url}/zap`, eventType: "qr.scanned" } });
  const stock = {
    key: "stock",
    integrationId,
    action: "get-stock",
    mapping: Object.fromEntries(
      Object.entries(app.actions["get-stock"]?.example ?? {}).map(([name, value]) => [
        name,
        { kind: "fixed", value },
      ]),
    ),
  };
  const ofRefunds = { name: "Stock", eventType: "order.refunded", steps: [stock] };
  const draft = await createAutomation({ ctx, input: ofRefunds });
  const automation = await publishAutomation({ ctx, input: { id: draft.id, revision: draft.revision } });
  const till = await connectedIn(ctx, { provider: "stripe" });
  const payment = { integrationId: till, amount: 5_000, currency: "EUR" };
  const byCard = { ...payment, mode: "saved", paymentMethod: "pm_card_visa" } as const;
  const paid = await createCharge({ ctx, input: byCard, idempotencyKey: "paid" });
  const unpaid = await createCharge({ ctx, input: { ...payment, mode: "intent" }, idempotencyKey: "unpaid" });
  const ofPaid = { params: { id: paid.id } };
  const inbox = await createInbox({ ctx, input: { name: "Till" } });
  await acceptEvents({ ctx, input: { id: "order-1", type: "order.paid", data: orderPaid.example } });
  const [delivery] = (await listDeliveries({ ctx, input: {} })).data;
  const run = await waitingRun(ctx, automation.id, null);
  const ofReview = { params: { id: await waitingRun(ctx, automation.id, "review") } };
  const ofUnknown = { params: { id: await waitingRun(ctx, automation.id, "decision") } };
  const ended = await cancelDelivery({
    ctx,
    input: { id: await waitingRun(ctx, automation.id, null) },
  });
  if (!delivery) throw new Error("The event made no delivery.");
  const issueId = await openDriftIssue(ctx.merchantId, automation.id);
  const cardId = await raiseCard(ctx.merchantId, delivery);
  const [command = ""] = Object.keys((await app.sandbox()).commands);
  const ofIntegration = { params: { id: integrationId } };
  const ofWebhook = { params: { id: webhook.id } };
  const ofAutomation = { params: { id: automation.id } };
  const { revision } = automation;
  const tried = { eventType: "order.paid", condition: null, steps: [stock] };
  const ofRun = { params: { id: run } };
  const ofDelivery = { params: { id: delivery.id } };
  const recipe = listAllRecipes().find(({ roles }) =>
    Object.values(roles).every((role) => role.provider === provider && role.resource === undefined),
  );
  const ofRecipe = {
    params: { id: recipe?.id ?? "" },
    body: {
      roles: Object.fromEntries(Object.keys(recipe?.roles ?? {}).map((name) => [name, { integrationId }])),
    },
  };
  const ofProvider = { params: { provider } };
  const calls: Record<string, Call> = {
    "POST /api/events": { body: { type: "order.paid", data: orderPaid.example } },
    "GET /api/events/{id}": { params: { id: "order-1" } },
    "POST /api/webhooks": { body: { url: `${url}/2`, eventTypes: ["*"] } },
    "GET /api/webhooks/{id}": ofWebhook,
    "PATCH /api/webhooks/{id}": { ...ofWebhook, body: { description: "Till" } },
    "DELETE /api/webhooks/{id}": ofWebhook,
    "POST /api/webhooks/{id}/test": ofWebhook,
    "POST /api/webhooks/{id}/pause": ofWebhook,
    "POST /api/webhooks/{id}/resume": ofWebhook,
    "GET /api/webhooks/{id}/logs": ofWebhook,
    "POST /api/automations": { body: ofRefunds },
    "GET /api/automations/{id}": ofAutomation,
    "PATCH /api/automations/{id}": { ...ofAutomation, body: { revision, steps: [stock] } },
    "DELETE /api/automations/{id}": ofAutomation,
    "POST /api/automations/{id}/publish": { ...ofAutomation, body: { revision } },
    "POST /api/automations/{id}/pause": ofAutomation,
    "POST /api/automations/{id}/resume": ofAutomation,
    "GET /api/automations/{id}/versions": ofAutomation,
    "POST /api/automations/{id}/versions/{number}/restore": {
      params: { id: automation.id, number: "1" },
      body: { revision },
    },
    "POST /api/automations/{id}/check": { ...ofAutomation, body: { definition: tried } },
    "POST /api/automations/{id}/suggest": { ...ofAutomation, body: { definition: tried, step: stock.key } },
    "POST /api/automations/{id}/dry-run": { ...ofAutomation, body: { events: 5, definition: tried } },
    "GET /api/automations/{id}/difference": ofAutomation,
    "POST /api/automations/{id}/replay": { ...ofAutomation, body: { mode: "from-start", plan: true } },
    "POST /api/runs/{id}/replay": { params: { id: ended.id }, body: { mode: "from-start", plan: true } },
    "POST /api/automations/{id}/preview": {
      ...ofAutomation,
      body: { eventId: "order-1", definition: tried },
    },
    "GET /api/automations/{id}/runs": ofAutomation,
    "GET /api/runs/{id}": ofRun,
    "POST /api/runs/{id}/approve": { ...ofReview, body: { step: stock.key } },
    "POST /api/runs/{id}/reject": { ...ofReview, body: { step: stock.key } },
    "POST /api/runs/{id}/decide": { ...ofUnknown, body: { step: stock.key, outcome: "done" } },
    "GET /api/automations/{id}/issues": ofAutomation,
    "POST /api/automations/{id}/issues/{issueId}/repair": { params: { id: automation.id, issueId } },
    "POST /api/attention/{id}/confirm": { params: { id: cardId } },
    "GET /api/recipes/{id}": { params: { id: "order-sheet" } },
    "POST /api/recipes/{id}/install": ofRecipe,
    "GET /api/deliveries/{id}": ofDelivery,
    "POST /api/deliveries/{id}/retry": ofDelivery,
    "POST /api/deliveries/{id}/cancel": ofDelivery,
    "GET /api/catalog/{provider}": ofProvider,
    "POST /api/integrations": { body: keyInput },
    "GET /api/integrations/{id}": ofIntegration,
    "DELETE /api/integrations/{id}": ofIntegration,
    "GET /api/integrations/{id}/disconnect-preview": ofIntegration,
    "POST /api/integrations/{id}/check": ofIntegration,
    "GET /api/integrations/{id}/activity": ofIntegration,
    "POST /api/integrations/{id}/actions/{action}": {
      params: { id: integrationId, action: "create-order" },
      body: app.actions["create-order"]?.example,
    },
    "GET /api/integrations/{id}/resources/{resource}": {
      params: { id: integrationId, resource: "products" },
    },
    "GET /api/integrations/{id}/unread": ofIntegration,
    "POST /api/integrations/{id}/sync": { ...ofIntegration, body: { kind: "order" } },
    "DELETE /api/integrations/{id}/sync": { ...ofIntegration, query: "?kind=order" },
    "GET /api/integrations/{id}/sync": ofIntegration,
    "GET /api/integrations/{id}/records": { ...ofIntegration, query: "?kind=order" },
    "PATCH /api/sandbox/inboxes/{id}": { params: { id: inbox.id }, body: { behaviour: "answer" } },
    "GET /api/sandbox/inboxes/{id}/requests": { params: { id: inbox.id } },
    "GET /api/sandbox/providers/{provider}": ofProvider,
    "GET /api/sandbox/providers/{provider}/objects": { ...ofProvider, query: "?kind=order" },
    "GET /api/sandbox/providers/{provider}/calls": ofProvider,
    "POST /api/sandbox/providers/{provider}/faults": { ...ofProvider, body: { kind: "slow", times: 1 } },
    "DELETE /api/sandbox/providers/{provider}/faults": ofProvider,
    "POST /api/sandbox/providers/{provider}/commands/{command}": {
      params: { provider, command },
      body: {},
    },
    "POST /api/payments/charges": { body: byCard, headers: { "idempotency-key": "another" } },
    "GET /api/payments/charges/{id}": ofPaid,
    "GET /api/payments/charges/{id}/refund-preview": ofPaid,
    "POST /api/payments/charges/{id}/refunds": {
      ...ofPaid,
      body: { amount: 100, reason: "Wine was corked" },
      headers: { "idempotency-key": "refund" },
    },
    "POST /api/payments/charges/{id}/end": { params: { id: unpaid.id } },
    "GET /api/payments/payouts/{id}": { params: { id: await addPayout(toShop(ctx), { amount: 1_000 }) } },
    "GET /api/payments/charges/{id}/timeline": ofPaid,
    "POST /api/payments/accounts/{id}/reconcile": { params: { id: await findAccountId(ctx, till) } },
    "POST /api/zapier/hooks": { body: { targetUrl: `${url}/zap2`, eventType: "order.paid" } },
    "DELETE /api/zapier/hooks/{id}": { params: { id: hook.id } },
    "GET /api/zapier/samples/{eventType}": { params: { eventType: "order.paid" } },
  };
  const getCall = (endpoint: Endpoint): Call => {
    const call = calls[formatEndpointName(endpoint)];
    const isPlain = endpoint.method === "GET" && !endpoint.path.includes("{");
    if (!call && !isPlain) throw new Error(`No row and no call is here for ${formatEndpointName(endpoint)}.`);
    return call ?? {};
  };
  return { ctx, getCall };
}

/** @returns the id of the account that a connection keeps books of */
async function findAccountId({ merchantId }: Ctx, integrationId: string): Promise<string> {
  const [account] = await db()
    .select({ id: paymentAccounts.id })
    .from(paymentAccounts)
    .where(and(eq(paymentAccounts.merchantId, merchantId), eq(paymentAccounts.integrationId, integrationId)));
  return account?.id ?? "";
}

/** A run that waits, and what for. @returns its id */
async function waitingRun(
  ctx: Ctx,
  automationId: string,
  heldFor: "review" | "decision" | null,
): Promise<string> {
  await acceptEvents({ ctx, input: { type: "order.refunded", data: orderRefunded.example } });
  const [run] = (await listDeliveries({ ctx, input: { webhookId: automationId } })).data;
  const deliveryId = run?.id ?? "";
  if (heldFor === null) return deliveryId;
  const status = heldFor === "review" ? "review" : "unknown";
  await db().insert(deliverySteps).values({ deliveryId, merchantId: ctx.merchantId, position: 0, status });
  await db().update(deliveryQueue).set({ heldFor }).where(eq(deliveryQueue.deliveryId, deliveryId));
  return deliveryId;
}

/** Makes a call as a program does that shows a key. */
export async function askWithKey(endpoint: Endpoint, key: string, call: Call) {
  const body = call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE" && body !== undefined;
  const request = new Request(`http://localhost:3000/api/x${call.query ?? ""}`, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...call.headers },
    ...(hasBody ? { body } : {}),
  });
  const response = await handle(endpoint)(request, { params: Promise.resolve(call.params ?? {}) });
  return { status: response.status, text: await response.text() };
}

/** Lets a test ask an app more often than its budget permits, which would be waited for. */
export async function forgetBudgets(): Promise<void> {
  await db().delete(rateLimits).where(like(rateLimits.key, "budget:%"));
}
