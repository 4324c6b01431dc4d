import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Scope } from "#lib/auth/permissions.ts";
import { scopeSchema } from "#lib/auth/permissions.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { connectWithKeys } from "#lib/integrations/connect-with-keys.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { createInbox } from "#lib/sandbox/inbox/inboxes.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { handle } from "#lib/transport/handle.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { subscribeHook } from "#lib/zapier/subscribe-hook.ts";
import { endpoints } from "./endpoints.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(woocommerce);
});
afterAll(() => release());

const url = "https://pos.example.com/hook";
const provider = "woocommerce";
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

type Call = { params?: Record<string, string>; query?: string; body?: unknown };

/** A merchant with one of everything, and a call of each endpoint that is right. */
async function setScene() {
  const ctx = await createTestMerchant();
  const { keys } = await getSandboxState({ ctx, input: { provider } });
  const keyInput = { provider, credentials: keys[0]?.fields ?? {} };
  const { id: integrationId } = await connectWithKeys({ ctx, input: keyInput });
  const webhook = await createWebhook({ ctx, input: { url, eventTypes: ["order.paid"] } });
  const hook = await subscribeHook({ ctx, input: { targetUrl: `${url}/zap`, eventType: "qr.scanned" } });
  const inbox = await createInbox({ ctx, input: { name: "Till" } });
  await acceptEvents({ ctx, input: { id: "order-1", type: "order.paid", data: orderPaid.example } });
  const [delivery] = (await listDeliveries({ ctx, input: {} })).data;
  const ofIntegration = { params: { id: integrationId } };
  const ofWebhook = { params: { id: webhook.id } };
  const ofDelivery = { params: { id: delivery?.id ?? "" } };
  const ofProvider = { params: { provider } };
  const calls: Record<string, Call> = {
    "POST /api/events": { body: { type: "order.paid", data: orderPaid.example } },
    "GET /api/events/{id}": { params: { id: "order-1" } },
    "POST /api/webhooks": { body: { url: `${url}/2`, eventTypes: ["*"] } },
    "GET /api/webhooks/{id}": ofWebhook,
    "PATCH /api/webhooks/{id}": { ...ofWebhook, body: { description: "Till" } },
    "DELETE /api/webhooks/{id}": ofWebhook,
    "POST /api/webhooks/{id}/test": ofWebhook,
    "GET /api/webhooks/{id}/logs": ofWebhook,
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
      body: woocommerce.actions["create-order"]?.example,
    },
    "GET /api/integrations/{id}/resources/{resource}": {
      params: { id: integrationId, resource: "products" },
    },
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
      params: { provider, command: "order" },
      body: {},
    },
    "POST /api/zapier/hooks": { body: { targetUrl: `${url}/zap2`, eventType: "order.paid" } },
    "DELETE /api/zapier/hooks/{id}": { params: { id: hook.id } },
    "GET /api/zapier/samples/{eventType}": { params: { eventType: "order.paid" } },
  };
  return { ctx, callOf: (endpoint: Endpoint): Call => calls[nameOf(endpoint)] ?? {} };
}

async function ask(
  endpoint: Endpoint,
  key: string,
  call: Call & { raw?: string; headers?: Record<string, string> },
) {
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

const commandOf = Object.keys((await woocommerce.sandbox()).commands)[0] ?? "";

test.each(endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
  "%s answers as declared to a key with its one permission, and 403 to a key with all others",
  async (_, endpoint) => {
    const { ctx, callOf } = await setScene();
    const own = scopeSchema.parse(endpoint.permission);
    const others: Scope[] = scopeSchema.options.filter((scope) => scope !== own);
    const call = callOf(endpoint);
    const given = call.params?.command ? { ...call, params: { ...call.params, command: commandOf } } : call;
    expect((await ask(endpoint, await createTestApiKey(ctx, others), given)).status).toBe(403);
    const answer = await ask(endpoint, await createTestApiKey(ctx, [own]), given);
    expect(answer).toMatchObject({ status: endpoint.status });
  },
);
