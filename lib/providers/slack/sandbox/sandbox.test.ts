import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { InboundMessage } from "#lib/providers/contract/inbound.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { slack } from "../provider.ts";
import { commands } from "./commands.ts";

const received: InboundMessage[] = [];
const started: ProviderTest[] = [];
let shop: ProviderTest;

/** This installation's inbound route for Slack: verifies by our own code what the sandbox signed by its own. */
async function receive(request: Request): Promise<Response | null> {
  if (new URL(request.url).pathname !== "/api/inbound/slack") return null;
  const body = new Uint8Array(await request.arrayBuffer());
  const message = { method: "POST", url: request.url, headers: Object.fromEntries(request.headers), body };
  const secrets = { app: shop.context.app, credentials: {}, settings: {}, now: new Date() };
  slack.inbound.verify(message, secrets);
  received.push(slack.inbound.parse(message));
  return new Response();
}

beforeEach(async () => {
  received.length = 0;
  shop = await startProviderTest(slack, { also: receive });
  started.push(shop);
});
afterAll(async () => {
  for (const one of started) await one.stop();
});

async function run(command: string): Promise<string | undefined> {
  return commands[command]?.run(shop.context);
}

async function ask(
  method: string,
  values: Record<string, string> = {},
  token = shop.credentials.accessToken,
) {
  const response = await shop.call().fetch(`https://slack.com/api/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(values),
  });
  return { headers: response.headers, body: z.looseObject({ ok: z.boolean() }).parse(await response.json()) };
}

async function exchange(values: Record<string, string>) {
  const { clientId, clientSecret } = shop.context.app;
  const response = await shop.call().fetch("https://slack.com/api/oauth.v2.access", {
    method: "POST",
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...values }),
  });
  expect(response.status).toBe(200);
  return z.looseObject({ ok: z.boolean() }).parse(await response.json());
}

describe("from the workspace's side", () => {
  test("uninstalling tells the app, signed, and ends its access", async () => {
    expect(await run("uninstall-app")).toContain("answered with 200");
    expect(received.map(({ topic }) => topic)).toEqual(["app_uninstalled", "tokens_revoked"]);
    expect(received[0]).toMatchObject({
      id: expect.stringMatching(/^Ev/),
      accountId: shop.account.externalId,
      effects: [{ kind: "ended", reason: "uninstalled" }],
    });
    expect((await ask("auth.test")).body).toEqual({ ok: false, error: "token_revoked" });
  });

  test("revoking tokens tells the app, and ends its access", async () => {
    await run("revoke-tokens");
    expect(received).toMatchObject([{ effects: [{ kind: "ended", reason: "revoked" }] }]);
    await expect(
      slack.identify(shop.call()).catch((error: unknown) => Promise.reject(slack.classifyError(error))),
    ).rejects.toMatchObject({ kind: "auth" });
  });

  test("a channel that is archived takes no messages until it is restored", async () => {
    const send = () => shop.run("send-message", { channel: "C0KITCHEN01", text: "Hello" });
    await send();
    await run("archive-kitchen");
    await expect(send()).rejects.toMatchObject({ kind: "invalid_input" });
    await run("restore-kitchen");
    await expect(send()).resolves.toMatchObject({ wasThereAlready: false });
  });
});

describe("tokens", () => {
  test("a refresh token serves once and brings the next; the access token before it works on", async () => {
    const grant = { id: shop.account.id, account: shop.account, scopes: ["chat:write"], data: {} };
    await shop.context.issue(grant, { kind: "refresh", token: "xoxe-1-first" });
    const values = { grant_type: "refresh_token", refresh_token: "xoxe-1-first" };
    expect(await exchange(values)).toMatchObject({
      ok: true,
      token_type: "bot",
      expires_in: 43_200,
      access_token: expect.stringMatching(/^xoxe\.xoxb-1-/),
      refresh_token: expect.stringMatching(/^xoxe-1-/),
      team: { id: shop.account.externalId },
    });
    expect(await exchange(values)).toEqual({ ok: false, error: "invalid_refresh_token" });
    expect((await ask("auth.test")).body.ok).toBe(true);
  });

  test("a wrong secret and a wrong code are refused in Slack's words", async () => {
    expect(await exchange({ code: "no-such-code" })).toEqual({ ok: false, error: "invalid_code" });
    const refused = await exchange({ code: "no-such-code", client_secret: "wrong" });
    expect(refused).toEqual({ ok: false, error: "bad_client_secret" });
  });

  test("an access token that is revoked, has ended, or was never given out is refused by its own name", async () => {
    const grant = { id: shop.account.id, account: shop.account, scopes: ["chat:write"], data: {} };
    await shop.context.issue(grant, { kind: "access", token: "xoxe.xoxb-1-old", expiresInSeconds: -1 });
    expect((await ask("auth.test", {}, "xoxe.xoxb-1-old")).body).toEqual({
      ok: false,
      error: "token_expired",
    });
    expect((await ask("auth.test", {}, "xoxb-never")).body).toEqual({ ok: false, error: "invalid_auth" });
    expect((await ask("auth.revoke", { test: "1" })).body).toEqual({ ok: true, revoked: false });
    expect((await ask("auth.revoke")).body).toEqual({ ok: true, revoked: true });
    expect((await ask("auth.test")).body).toEqual({ ok: false, error: "token_revoked" });
  });

  test("every answer says what the token may do", async () => {
    const { headers } = await ask("conversations.list");
    expect(headers.get("x-oauth-scopes")).toBe(slack.auth.scopes.map(({ id }) => id).join(","));
  });
});

describe("as Slack documents it", () => {
  test("an app that is not in a public channel may post there with chat:write.public only, and read nothing", async () => {
    const channel = "C0ORDERS001";
    const plain = await startProviderTest(slack, { scopes: ["chat:write", "channels:history"] });
    started.push(plain);
    const token = plain.credentials.accessToken;
    expect((await ask("chat.postMessage", { channel, text: "Hi" }, token)).body.error).toBe("not_in_channel");
    expect((await ask("conversations.history", { channel }, token)).body.error).toBe("not_in_channel");
    expect((await ask("chat.postMessage", { channel, text: "Hi" })).body.ok).toBe(true);
  });

  test("the payload of metadata is shown to those who ask for it", async () => {
    const channel = "C0ORDERS001";
    const metadata = { event_type: "order_paid", event_payload: { id: "1042" } };
    await ask("conversations.join", { channel });
    await ask("chat.postMessage", { channel, text: "Hi", metadata: JSON.stringify(metadata) });
    const newest = { channel, limit: "1" };
    expect((await ask("conversations.history", newest)).body).toMatchObject({
      messages: [{ metadata: { event_type: "order_paid" } }],
      has_more: true,
    });
    expect(
      (await ask("conversations.history", { ...newest, include_all_metadata: "true" })).body,
    ).toMatchObject({
      messages: [{ metadata }],
    });
  });

  test.each([
    ["chat.postMessage", { channel: "C0ORDERS001" }, "no_text"],
    ["chat.postMessage", { channel: "C0TERRACE25", text: "Hi" }, "is_archived"],
    ["chat.postMessage", { channel: "C0ORDERS001", blocks: "{" }, "invalid_blocks_format"],
    ["chat.postMessage", { channel: "C0ORDERS001", blocks: '[{"type":"sectoin"}]' }, "invalid_blocks"],
    [
      "chat.postMessage",
      { channel: "C0ORDERS001", text: "Hi", metadata: '{"event_type":"x"}' },
      "invalid_metadata_schema",
    ],
    ["conversations.list", { types: "public" }, "invalid_types"],
    ["conversations.list", { limit: "0" }, "invalid_limit"],
    ["conversations.history", {}, "invalid_arguments"],
    ["conversations.history", { channel: "C0ORDERS001", oldest: "yesterday" }, "invalid_ts_oldest"],
    ["conversations.join", { channel: "C0TERRACE25" }, "is_archived"],
    ["chat.postMassage", {}, "unknown_method"],
  ])("%s with %j is refused as %s", async (method, values, error) => {
    expect((await ask(method, values)).body).toMatchObject({ ok: false, error });
  });

  test("a page of history follows the other without a gap", async () => {
    const channel = "C0GENERAL01";
    await ask("conversations.join", { channel });
    for (const text of ["one", "two", "three"]) await ask("chat.postMessage", { channel, text });
    const page = z.looseObject({
      messages: z.array(z.looseObject({ text: z.string() })),
      response_metadata: z.looseObject({ next_cursor: z.string() }).optional(),
    });
    const first = page.parse((await ask("conversations.history", { channel, limit: "2" })).body);
    const cursor = first.response_metadata?.next_cursor ?? "";
    const second = page.parse((await ask("conversations.history", { channel, limit: "2", cursor })).body);
    const texts = [...first.messages, ...second.messages].map(({ text }) => text);
    expect(texts).toEqual(["three", "two", "one", "<@U0PATCHBAY1> has joined the channel"]);
    expect(second.response_metadata).toBeUndefined();
  });
});
