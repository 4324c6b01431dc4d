import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { InboundMessage } from "#lib/providers/contract/inbound.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { hubspot } from "../provider.ts";
import { commands } from "./commands.ts";

const body = z.looseObject({});
const received: InboundMessage[] = [];
const started: ProviderTest[] = [];
let shop: ProviderTest;

/** This installation's inbound route for HubSpot: verifies by our own code what the sandbox signed by its own. */
async function receive(request: Request): Promise<Response | null> {
  if (new URL(request.url).pathname !== "/api/inbound/hubspot") return null;
  const bytes = new Uint8Array(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  const message = { method: "POST", url: shop.context.appWebhookUrl, headers, body: bytes };
  await hubspot.inbound.verify(message, {
    app: shop.context.app,
    credentials: {},
    settings: {},
    now: new Date(),
  });
  received.push(...hubspot.inbound.parse(message));
  return new Response();
}

beforeEach(async () => {
  received.length = 0;
  shop = await startProviderTest(hubspot, { also: receive });
  started.push(shop);
});
afterAll(async () => {
  for (const one of started) await one.stop();
});

async function send(method: string, path: string, json?: unknown, token = shop.credentials.accessToken) {
  const response = await shop.call().fetch(`https://api.hubapi.com${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? body.parse(JSON.parse(text)) : {} };
}

async function post(endpoint: string, values: Record<string, string>) {
  const { clientId, clientSecret } = shop.context.app;
  const response = await shop.call().fetch(`https://api.hubapi.com/oauth/2026-09/${endpoint}`, {
    method: "POST",
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...values }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : body.parse(JSON.parse(text)) };
}

function grant() {
  return { id: shop.account.id, account: shop.account, scopes: ["oauth"], data: {} };
}

describe("from the account's side", () => {
  test("deleting a contact tells the app, signed", async () => {
    expect(await commands["delete-contact"]?.run(shop.context)).toContain("answered with 200");
    expect(received).toMatchObject([
      {
        topic: "contact.deletion",
        accountId: shop.account.externalId,
        effects: [{ kind: "noted", said: { code: "hubspot.contacts_deleted" } }],
      },
    ]);
  });

  test("deleting one for privacy tells both, in one message", async () => {
    await commands["delete-contact-for-privacy"]?.run(shop.context);
    expect(received).toMatchObject([{ topic: "contact.privacyDeletion, contact.deletion" }]);
  });

  test("a deleted contact's address is free for a new one", async () => {
    await commands["delete-contact"]?.run(shop.context);
    const made = await shop.run("upsert-contact", { email: "sofie.jansen@example.com" });
    expect(made).toMatchObject({ wasCreated: true });
  });

  test("uninstalling ends the access without a message", async () => {
    await commands["uninstall-app"]?.run(shop.context);
    expect(received).toEqual([]);
    await expect(shop.run("create-deal", { name: "Too late" })).rejects.toMatchObject({ kind: "auth" });
  });
});

describe("tokens", () => {
  test("a refresh token serves again and again, and comes back each time", async () => {
    await shop.context.issue(grant(), { kind: "refresh", token: "na1-again" });
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await post("token", { grant_type: "refresh_token", refresh_token: "na1-again" })).toMatchObject({
        status: 200,
        body: {
          token_type: "bearer",
          refresh_token: "na1-again",
          access_token: expect.stringMatching(/^CPz-/),
          hub_id: Number(shop.account.externalId),
          scopes: ["oauth"],
          expires_in: 1_800,
        },
      });
    }
  });

  test("a refresh token that was revoked is refused in HubSpot's words; access that was given out lives on", async () => {
    await shop.context.issue(grant(), { kind: "refresh", token: "na1-once" });
    expect((await post("token/revoke", { token: "na1-once" })).status).toBe(204);
    const refused = { status: 400, body: { error: "invalid_grant", status: "BAD_REFRESH_TOKEN" } };
    const refresh = { grant_type: "refresh_token", refresh_token: "na1-once" };
    expect(await post("token", refresh)).toMatchObject(refused);
    expect(await post("token/revoke", { token: "na1-once" })).toMatchObject(refused);
    expect((await send("GET", "/account-info/2026-09/details")).status).toBe(200);
  });

  test("introspection answers 200 also for tokens that are no good, and refuses another app", async () => {
    await shop.context.issue(grant(), { kind: "access", token: "CPz-old", expiresInSeconds: -1 });
    for (const token of ["CPz-old", "CPz-never"]) {
      expect(await post("token/introspect", { token })).toEqual({ status: 200, body: { active: false } });
    }
    const token = shop.credentials.accessToken ?? "";
    expect(await post("token/introspect", { token })).toMatchObject({ body: { active: true, token } });
    expect(await post("token/introspect", { token, client_secret: "wrong" })).toMatchObject({
      status: 400,
      body: { error: "invalid_client" },
    });
  });

  test("an access token that has ended and one that was never given out are told apart", async () => {
    await shop.context.issue(grant(), { kind: "access", token: "CPz-ended", expiresInSeconds: -1 });
    const path = "/crm/pipelines/2026-09/deals";
    expect(await send("GET", path, undefined, "CPz-ended")).toMatchObject({
      status: 401,
      body: { category: "EXPIRED_AUTHENTICATION" },
    });
    expect(await send("GET", path, undefined, "CPz-none")).toMatchObject({
      status: 401,
      body: { category: "INVALID_AUTHENTICATION" },
    });
  });

  test("a code that is none is refused as such", async () => {
    const values = { grant_type: "authorization_code", code: "none", redirect_uri: "https://x.example" };
    expect(await post("token", values)).toMatchObject({ status: 400, body: { status: "BAD_AUTH_CODE" } });
  });
});

describe("as HubSpot documents it", () => {
  const deals = "/crm/objects/2026-09/deals";
  const contacts = "/crm/objects/2026-09/contacts";

  test.each([
    ["POST", contacts, { properties: { email: "a@example.com" } }, 400, "VALIDATION_ERROR"],
    [
      "POST",
      contacts,
      { properties: { email: "tom.whitaker@example.com" }, associations: [] },
      409,
      "CONFLICT",
    ],
    ["POST", contacts, { properties: { email: "no" }, associations: [] }, 400, "VALIDATION_ERROR"],
    ["PATCH", `${contacts}/60100000101`, { properties: {} }, 400, "VALIDATION_ERROR"],
    ["PATCH", `${contacts}/1`, { properties: { city: "Faro" } }, 404, "OBJECT_NOT_FOUND"],
    ["GET", `${contacts}/nobody@example.com?idProperty=email`, undefined, 404, "OBJECT_NOT_FOUND"],
    ["GET", `${contacts}?limit=101`, undefined, 400, "VALIDATION_ERROR"],
    ["POST", `${contacts}/search`, { limit: 201 }, 400, "VALIDATION_ERROR"],
    [
      "POST",
      deals,
      { properties: { dealname: "x", dealstage: "gone" }, associations: [] },
      400,
      "VALIDATION_ERROR",
    ],
    ["POST", deals, { properties: { dealname: "x", amount: 12 }, associations: [] }, 400, "VALIDATION_ERROR"],
    ["GET", `${deals}/x?idProperty=dealname`, undefined, 400, "VALIDATION_ERROR"],
    ["GET", "/crm/properties/2026-09/deals/none", undefined, 404, "OBJECT_NOT_FOUND"],
    ["POST", "/crm/properties/2026-09/deals", { name: "x" }, 400, "VALIDATION_ERROR"],
  ])("%s %s with %j is refused with %i %s", async (method, path, json, status, category) => {
    expect(await send(method, path, json)).toMatchObject({ status, body: { category } });
  });

  test("a numbered version is no address here", async () => {
    expect((await send("GET", "/crm/v3/objects/contacts")).status).toBe(404);
  });

  test("a property of a name that is taken is refused as such", async () => {
    const property = {
      name: "guests",
      label: "Guests",
      type: "number",
      fieldType: "number",
      groupName: "dealinformation",
    };
    expect(await send("POST", "/crm/properties/2026-09/deals", property)).toMatchObject({
      status: 409,
      body: { category: "OBJECT_ALREADY_EXISTS", subCategory: "Properties.PROPERTY_WITH_NAME_EXISTS" },
    });
  });

  test("a call names the scopes of which it needs one", async () => {
    const narrow = await startProviderTest(hubspot, { scopes: ["oauth"] });
    started.push(narrow);
    const refused = await send(
      "GET",
      "/crm/pipelines/2026-09/deals",
      undefined,
      narrow.credentials.accessToken,
    );
    expect(refused).toMatchObject({
      status: 403,
      body: {
        category: "MISSING_SCOPES",
        errors: [{ context: { requiredGranularScopes: expect.arrayContaining(["crm.objects.deals.read"]) } }],
      },
    });
  });
});
