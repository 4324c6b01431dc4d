import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveKeys } from "#lib/sandbox/core/account-keys.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { auth } from "./auth.ts";
import { eventTypes } from "./inbound/event.ts";
import { paypal } from "./provider.ts";
import { webhookDocument } from "./sandbox/documents.ts";
import { sandbox } from "./sandbox/sandbox.ts";

let scene: ProviderTest;
beforeAll(async () => {
  scene = await startProviderTest(paypal);
});
afterAll(() => scene.stop());

const keysFor = (mode: "live" | "sandbox") => {
  const { clientId = "", clientSecret = "" } =
    deriveKeys(sandbox, scene.account)[mode === "live" ? 0 : 1]?.fields ?? {};
  return { credentials: { clientId, clientSecret }, settings: { mode } };
};

/** Asks for a token as the core does. */
async function exchange(credentials: Record<string, string>, settings: Record<string, string>) {
  const request = auth.tokenRequest?.(credentials, settings);
  if (!request) throw new Error("There is no token request.");
  const body = new URLSearchParams(request.form);
  const reply = await scene.call().fetch(request.url, {
    method: request.method,
    headers: { ...request.headers },
    body,
  });
  return { url: request.url, status: reply.status, json: await reply.json() };
}

describe("keys", () => {
  test.each([
    ["live", "https://api-m.paypal.com/v1/oauth2/token"],
    ["sandbox", "https://api-m.sandbox.paypal.com/v1/oauth2/token"],
  ] as const)(
    "of PayPal's %s are exchanged at %s, and the token says whose account it is",
    async (mode, url) => {
      const { credentials, settings } = keysFor(mode);
      const token = await exchange(credentials, settings);
      expect(token).toMatchObject({ url, status: 200, json: { token_type: "Bearer", expires_in: 32_400 } });
      const secrets = { ...credentials, accessToken: token.json.access_token };
      const account = await paypal.identify(scene.call({ credentials: secrets, settings }));
      expect(account.id).toBe(scene.account.externalId);
      expect(account.label).toBe(`${scene.account.label}${mode === "sandbox" ? " (PayPal sandbox)" : ""}`);
    },
  );

  test("of the one world are no good in the other, nor are their tokens", async () => {
    const { credentials } = keysFor("live");
    expect(await exchange(credentials, { mode: "sandbox" })).toMatchObject({
      status: 401,
      json: { error: "invalid_client" },
    });
    const token = await exchange(credentials, { mode: "live" });
    const secrets = { ...credentials, accessToken: token.json.access_token };
    const elsewhere = scene.call({ credentials: secrets, settings: { mode: "sandbox" } });
    await expect(paypal.identify(elsewhere)).rejects.toMatchObject({ kind: "auth" });
  });

  test.each([403, 404])(
    "of an app that is answered %i when it asks whose it is are known by the app",
    async (status) => {
      const call = scene.call();
      const refused = { name: "NOT_AUTHORIZED", message: "Authorization failed." };
      const shy: typeof call = {
        ...call,
        request: async () => ({ status, headers: {}, text: "", json: refused }),
      };
      const account = await paypal.identify(shy);
      expect(account.id).toMatch(/^app:[0-9a-f]{20}$/);
      expect(JSON.stringify(account)).not.toContain(call.credentials.clientId);
    },
  );

  // The operation of https://developer.paypal.com/api/identity/v1/schema.yaml.
  test.each([
    [{ user_id: "u1", name: "Ana", email: "ana@example.com" }, "u1", "Ana"],
    [{ user_id: "u1", payer_id: "P1", email: "ana@example.com" }, "P1", "ana@example.com"],
    [{ user_id: "u1", name: null, email: null, payer_id: null }, "u1", "u1"],
  ])("are asked as PayPal describes it, and %j is read", async (json, id, label) => {
    const call = scene.call();
    const asked: unknown[] = [];
    const account = await paypal.identify({
      ...call,
      request: async ({ url, query }) => {
        asked.push(new URL(url).pathname, query);
        return { status: 200, headers: {}, text: "", json };
      },
    });
    expect(asked).toEqual(["/v1/identity/openidconnect/userinfo", { schema: "openid" }]);
    expect(account).toEqual({ id, label: expect.stringContaining(label) });
  });

  test("are not asked for at the address that PayPal has given up", async () => {
    const { request } = scene.call();
    const old = { method: "GET", url: "https://api-m.paypal.com/v1/identity/oauth2/userinfo" } as const;
    expect(await request({ ...old, query: { schema: "paypalv1.1" } })).toMatchObject({ status: 404 });
  });

  test("of an app that was deleted get no token, and its tokens end", async () => {
    const other = await startProviderTest(paypal);
    await sandbox.commands["delete-app"]?.run(other.context);
    await expect(paypal.identify(other.call())).rejects.toMatchObject({ kind: "auth" });
    await other.stop();
  });

  test.each(["", "too short", "a client ID with spaces in it"])("%j is no client ID", (clientId) => {
    const typed = { mode: "live", clientId, clientSecret: "E".repeat(80) };
    expect(auth.input.safeParse(typed).success).toBe(false);
  });
});

describe("messages", () => {
  const url = "https://patchbay.example/api/inbound/paypal/int_1";
  const subscribe = () => paypal.inbound.subscribe(scene.call(), { url });
  const webhooks = () => scene.context.store.list("webhook", webhookDocument);

  test("are asked for once, and the webhook is kept", async () => {
    const first = await subscribe();
    expect(await subscribe()).toEqual(first);
    expect(await webhooks()).toMatchObject([{ id: first.webhookId, data: { url, eventTypes } }]);
  });

  test("that somebody left out are asked for again", async () => {
    const [webhook] = await webhooks();
    if (!webhook) throw new Error("There is no webhook.");
    const eventTypesLeft = ["PAYMENT.CAPTURE.COMPLETED"];
    await scene.context.store.put("webhook", webhook.id, { ...webhook.data, eventTypes: eventTypesLeft });
    expect(await subscribe()).toEqual({ webhookId: webhook.id });
    expect((await webhooks())[0]?.data.eventTypes).toEqual(eventTypes);
  });

  test("to more addresses than PayPal allows are refused in words", async () => {
    const other = await startProviderTest(paypal);
    for (let number = 0; number < 10; number += 1) {
      await paypal.inbound.subscribe(other.call(), { url: `${url}${number}` });
    }
    await expect(paypal.inbound.subscribe(other.call(), { url })).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("developer.paypal.com"),
    });
    await other.stop();
  });

  test("end with the connection, and ending them twice is fine", async () => {
    await paypal.inbound.unsubscribe(scene.call(), { url });
    await paypal.inbound.unsubscribe(scene.call(), { url });
    expect(await webhooks()).toEqual([]);
  });
});
