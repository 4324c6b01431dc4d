import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET as listEventTypes } from "#app/api/event-types/route.ts";
import { POST as sendEvents } from "#app/api/events/route.ts";
import { DELETE as unsubscribe } from "#app/api/zapier/hooks/[id]/route.ts";
import { POST as subscribe } from "#app/api/zapier/hooks/route.ts";
import { GET as me } from "#app/api/zapier/me/route.ts";
import { GET as listSamples } from "#app/api/zapier/samples/[eventType]/route.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import app from "#integrations/zapier/src/index.ts";
import type { Bundle, Field } from "#integrations/zapier/src/platform.ts";
import { triggerKey } from "#integrations/zapier/src/triggers.ts";
import { hookBundle, startRuntime } from "#integrations/zapier/testing/runtime.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { getEvent } from "#lib/deliveries/get-event.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { drainDeliveries } from "#lib/destinations/drain.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import type { RouteHandler } from "#lib/transport/handle.ts";
import { listHooks } from "./list-hooks.ts";

const origin = "https://patchbay.example";
const platformTypes = eventCatalogue.filter(({ source }) => source === "platform");

const routes: [method: string, path: RegExp, handler: RouteHandler][] = [
  ["GET", /^\/api\/zapier\/me$/, me],
  ["POST", /^\/api\/zapier\/hooks$/, subscribe],
  ["DELETE", /^\/api\/zapier\/hooks\/(?<id>[^/]+)$/, unsubscribe],
  ["GET", /^\/api\/zapier\/samples\/(?<eventType>[^/]+)$/, listSamples],
  ["GET", /^\/api\/event-types$/, async () => listEventTypes()],
  ["POST", /^\/api\/events$/, sendEvents],
];

/** Carries a request of the app's to the route handler that Next would call. */
async function send(request: Request): Promise<Response> {
  const url = new URL(request.url);
  expect(url.origin).toBe(origin);
  for (const [method, path, handler] of routes) {
    const match = path.exec(url.pathname);
    if (match && method === request.method) {
      return handler(request, { params: Promise.resolve({ ...match.groups }) });
    }
  }
  throw new Error(`There is no route for ${request.method} ${url.pathname}.`);
}

async function connect(options: { ctx?: Ctx; apiKey?: string } = {}) {
  const ctx = options.ctx ?? (await createTestMerchant());
  const apiKey = options.apiKey ?? (await createTestApiKey(ctx));
  const createBundle = (more: Partial<Bundle> = {}): Bundle => ({
    authData: { apiKey },
    inputData: {},
    ...more,
  });
  return { ctx, createBundle, z: startRuntime(app, createBundle(), send) };
}

beforeEach(() => {
  vi.stubEnv("BASE_URL", `${origin}/`);
});

describe("connecting", () => {
  test("answers what the label of the connection is made of", async () => {
    const { ctx, createBundle, z } = await connect();
    const account: Record<string, unknown> = await app.authentication.test(z, createBundle());
    expect(account).toMatchObject({ merchantId: ctx.merchantId, keyName: "Test" });
    const label = app.authentication.connectionLabel.replace(/{{(\w+)}}/g, (_, name) =>
      String(account[name]),
    );
    expect(label).toBe(`Test ${ctx.merchantId} (Test)`);
  });

  test("with a wrong key says so, and what to do", async () => {
    const { createBundle, z } = await connect({ apiKey: "pb_wrong" });
    await expect(app.authentication.test(z, createBundle())).rejects.toMatchObject({
      status: 401,
      message:
        "This API key is not known, or was revoked. Make a new API key in Patchbay, and connect again with it.",
    });
  });

  test("a key that may only read cannot subscribe, and the Zap's owner reads which permission it lacks", async () => {
    const ctx = await createTestMerchant();
    const { createBundle, z } = await connect({
      ctx,
      apiKey: await createTestApiKey(ctx, ["read"]),
    });
    const bundle = createBundle({ targetUrl: "https://hooks.zapier.com/hooks/standard/1/2/" });
    await expect(app.triggers.order_paid?.operation.performSubscribe(z, bundle)).rejects.toMatchObject({
      status: 403,
      message: expect.stringMatching(/webhooks:write.*Make an API key/),
    });
  });

  test("a refused address comes back with the field and the reason", async () => {
    const { createBundle, z } = await connect();
    const bundle = createBundle({ targetUrl: "https://10.0.0.1/" });
    await expect(app.triggers.order_paid?.operation.performSubscribe(z, bundle)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("targetUrl"),
    });
  });
});

test("a Zap on each event type gets each event, in the form that it was shown as a sample, until it is switched off", async () => {
  await using receiver = await startReceiver();
  const { ctx, createBundle, z } = await connect();
  const subscriptions = [];
  for (const { key, operation } of Object.values(app.triggers)) {
    const bundle = createBundle({ targetUrl: `${receiver.url}/${key}`, meta: { zap: { id: 42 } } });
    subscriptions.push({ operation, subscribeData: await operation.performSubscribe(z, bundle) });
  }
  const hooks = (await listHooks({ ctx, input: { limit: 100 } })).data;
  expect(hooks.map(({ eventType, zapId }) => [triggerKey(eventType), zapId]).toSorted()).toEqual(
    Object.keys(app.triggers)
      .map((key) => [key, "42"])
      .toSorted(),
  );

  const input = platformTypes.map(({ type, example }) => ({ type, data: example }));
  const accepted = (await acceptEvents({ ctx, input })).data;
  await drainDeliveries({ budgetMs: 60_000 });
  for (const [index, { type }] of platformTypes.entries()) {
    const key = triggerKey(type);
    const operation = app.triggers[key]?.operation;
    const [request, ...others] = receiver.received.filter(({ path }) => path === `/hook/${key}`);
    if (!request || !operation) throw new Error(`Nothing came for ${type}.`);
    expect(others).toEqual([]);
    const performed = operation.perform(z, hookBundle(request));
    expect(performed).toEqual(await operation.performList(z, createBundle()));
    expect(performed.map(({ id }) => id)).toEqual([accepted[index]?.id]);
  }

  for (const { operation, subscribeData } of subscriptions) {
    await operation.performUnsubscribe(z, createBundle({ subscribeData }));
    await operation.performUnsubscribe(z, createBundle({ subscribeData }));
  }
  expect((await listHooks({ ctx, input: {} })).data).toEqual([]);
});

test.each(Object.values(app.triggers))(
  "$key has a sample where nothing has happened yet",
  async ({ operation }) => {
    const { createBundle, z } = await connect();
    expect(await operation.performList(z, createBundle())).toEqual([operation.sample]);
  },
);

describe("a hook's request", () => {
  const request = {
    headers: { "webhook-id": "evt_1" },
    body: JSON.stringify({ type: "order.paid", timestamp: "2026-10-02T19:20:31.000Z", data: {} }),
  };

  test("of another type starts no Zap: a test send can be of any", async () => {
    const { z } = await connect();
    expect(app.triggers.order_paid?.operation.perform(z, hookBundle(request))).toHaveLength(1);
    expect(app.triggers.order_placed?.operation.perform(z, hookBundle(request))).toEqual([]);
  });

  test.each([
    ["without an id", { ...request, headers: {} }],
    ["with another body", { ...request, body: '{"hello":"world"}' }],
  ])("%s is refused", async (_, foreign) => {
    const { z } = await connect();
    expect(() => app.triggers.order_paid?.operation.perform(z, hookBundle(foreign))).toThrow(/not an event/);
  });
});

describe("sending an event", () => {
  const { inputFields, perform } = app.creates.send_event.operation;

  async function fieldsFor(type: string): Promise<Field[]> {
    const { createBundle, z } = await connect();
    const bundle = createBundle({ inputData: { patchbay_event_type: type } });
    const fields = inputFields.map((field) => (typeof field === "function" ? field(z, bundle) : [field]));
    return (await Promise.all(fields)).flat();
  }

  /** Values as people type them: text, under one key each; lists as line items. */
  function typed(data: unknown, path: string[] = []): [string, unknown][] {
    if (data === null || data === undefined) return [];
    if (Array.isArray(data)) {
      return [[path.join("__"), data.map((item) => Object.fromEntries(typed(item)))]];
    }
    if (typeof data !== "object") return [[path.join("__"), String(data)]];
    return Object.entries(data).flatMap(([name, inner]) => typed(inner, [...path, name]));
  }

  test.each(platformTypes)(
    "$type: what is typed into its fields arrives as the event it means",
    async ({ type, example }) => {
      const { ctx, createBundle, z } = await connect();
      const values = Object.fromEntries(typed(example));
      const keys = (await fieldsFor(type)).map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining(Object.keys(values)));
      expect(new Set(keys).size).toBe(keys.length);
      const inputData = {
        ...values,
        patchbay_event_type: type,
        patchbay_event_id: "from-zapier-1",
        patchbay_occurred_at: "2026-10-02T19:20:31+02:00",
      };
      const sent = await perform(z, createBundle({ inputData }));
      expect(sent).toEqual({ id: "from-zapier-1", duplicate: false, deliveries: 0 });
      expect(await getEvent({ ctx, input: { id: sent.id } })).toMatchObject({
        type,
        data: example,
        occurredAt: "2026-10-02T17:20:31.000Z",
      });
      expect(await perform(z, createBundle({ inputData }))).toMatchObject({ duplicate: true });
    },
  );

  test("offers the types that can be sent, and the fields of the chosen one", async () => {
    const [typeField] = await fieldsFor("");
    expect(Object.keys(typeField?.choices ?? {})).toEqual(platformTypes.map(({ type }) => type));
    const fields = await fieldsFor("order.paid");
    expect(fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: "totalAmount", type: "integer", required: true }),
        expect.objectContaining({ key: "customer__email", required: false }),
        expect.objectContaining({ key: "payment__id", required: true }),
        expect.objectContaining({
          key: "payment__method",
          choices: expect.objectContaining({ apple_pay: "Apple Pay" }),
        }),
        expect.objectContaining({
          key: "lines",
          children: expect.arrayContaining([expect.objectContaining({ key: "quantity", required: true })]),
        }),
      ]),
    );
  });

  test("what does not fit is refused with its field", async () => {
    const { createBundle, z } = await connect();
    const inputData = {
      patchbay_event_type: "order.refunded",
      orderId: "1",
      number: "1",
      refundedAmount: "much",
    };
    await expect(perform(z, createBundle({ inputData }))).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("data.refundedAmount"),
    });
  });

  test("takes values that come nested as well", async () => {
    const { ctx, createBundle, z } = await connect();
    const inputData = {
      patchbay_event_type: "qr.created",
      code: { id: "qr_1" },
      kind: "table",
      targetUrl: "https://a.example/",
    };
    const { id } = await perform(z, createBundle({ inputData }));
    expect((await getEvent({ ctx, input: { id } })).data).toMatchObject({ code: { id: "qr_1" } });
  });
});
