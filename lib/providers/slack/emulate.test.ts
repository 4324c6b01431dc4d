import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { newId } from "#lib/ids.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { insertCredential } from "#lib/sandbox/core/credentials.ts";
import { slack } from "./provider.ts";
import { differences } from "./testing/differences.ts";
import { type EmulatedWorkspace, startEmulatedWorkspace } from "./testing/emulated-workspace.ts";

const scopes = slack.auth.scopes.map(({ id }) => id);

/** A third party's Slack, to which our client and our sandbox are held. */
let workspace: EmulatedWorkspace;
let shop: ProviderTest;
let theirs: Call;

beforeAll(async () => {
  workspace = await startEmulatedWorkspace(scopes);
  shop = await startProviderTest(slack);
  const { access_token } = z.looseObject({ access_token: z.string() }).parse(await exchangeTheirs());
  theirs = callTheirs(access_token);
});
afterAll(async () => {
  await workspace.close();
  await shop.stop();
});

describe("our client against the third-party fake", () => {
  test("reads its token answer, and its refusal, as RFC 6749 has them", async () => {
    expect(slack.auth.readTokenAnswer(await exchangeTheirs())).toMatchObject({
      access_token: expect.stringMatching(/^xoxb-/),
      token_type: "bearer",
      scope: scopes.join(" "),
    });
    const refused = slack.auth.readTokenAnswer(await exchangeTheirs("no-such-code"));
    expect(refused).toMatchObject({ error: "invalid_grant" });
  });

  test("knows the workspace and its channels", async () => {
    expect(await slack.identify(theirs)).toMatchObject({ id: expect.any(String), label: "Trattoria Ana" });
    const { items } = await slack.resources.channels.list(theirs, { cursor: null, limit: 50 });
    expect(items.map(({ label }) => label)).toEqual(["#general", "#random", "#orders"]);
  });

  test("posts a message once under one key, and reads it back from the history", async () => {
    const channel = await findTheirs("#random");
    const send = slack.actions["send-message"];
    const message = { channel, text: "Order 1042 is paid.", blocks: [{ type: "divider" }] };
    const first = await send.run(theirs, message);
    expect(await send.run(theirs, message)).toEqual({ ...first, wasThereAlready: true });
  });
});

/** Each difference is one in which Slack's documentation is on our side. */
describe("our sandbox beside the third-party fake", () => {
  test("gives out tokens in the same shape", async () => {
    expect(differences(await exchangeOurs(), await exchangeTheirs())).toEqual([
      // Token rotation, which the fake has not: docs.slack.dev/authentication/using-token-rotation
      "expires_in: only ours",
      "refresh_token: only ours",
    ]);
  });

  test("answers auth.test in the same shape", async () => {
    expect(await compare("auth.test", {})).toEqual([
      // The reference of auth.test has neither in its answers; is_enterprise_install came with org-wide apps.
      "app_id: only theirs",
      "app_name: only theirs",
      "is_enterprise_install: only ours",
    ]);
  });

  test("lists channels in the same shape", async () => {
    expect(await compare("conversations.list", { limit: "2" })).toEqual(channelDifferences("channels[0]"));
  });

  test("lets the app join, post and read back in the same shape", async () => {
    const channels = { ours: "C0FLOOR0001", theirs: await findTheirs("#orders") };
    expect(await compare("conversations.join", {}, channels)).toEqual(channelDifferences("channel"));
    const post = {
      text: "Order 1042 is paid.",
      blocks: JSON.stringify([{ type: "divider" }]),
      metadata: JSON.stringify({ event_type: "order_paid", event_payload: { id: "1042" } }),
    };
    expect(await compare("chat.postMessage", post, channels)).toEqual(messageDifferences("message"));
    const page = { limit: "1", include_all_metadata: "true" };
    expect(await compare("conversations.history", page, channels)).toEqual([
      // These stand in each answer that the reference of conversations.history shows.
      "channel_actions_count: only ours",
      "channel_actions_ts: only ours",
      ...messageDifferences("messages[0]"),
      "pin_count: only ours",
    ]);
  });

  test.each([
    ["a channel that is not there", "chat.postMessage", { channel: "C0NOWHERE01", text: "Hello" }],
    ["private channels to a token that may not see them", "conversations.list", { types: "private_channel" }],
  ])("refuses %s with the same answer", async (_, method, values) => {
    expect(await ask(shop.call(), method, values)).toEqual(await ask(theirs, method, values));
  });
});

/** docs.slack.dev/reference/objects/conversation-object has ours; `is_open` and `last_read` are of other calls. */
function channelDifferences(path: string): string[] {
  return [
    "context_team_id: only ours",
    "is_ext_shared: only ours",
    "is_general: only ours",
    "is_open: only theirs",
    "is_org_shared: only ours",
    "is_pending_ext_shared: only ours",
    "is_shared: only ours",
    "last_read: only theirs",
    "parent_conversation: only ours",
    "pending_connected_team_ids: only ours",
    "pending_shared: only ours",
    "previous_names: only ours",
    "shared_team_ids: only ours",
    "unlinked: only ours",
    "updated: only ours",
  ].map((difference) => `${path}.${difference}`);
}

/** What the reference of chat.postMessage and Slack's own SDK (ChatPostMessageResponse) have of a bot's message. */
function messageDifferences(path: string): string[] {
  return [
    "app_id: only ours",
    "blocks[0].block_id: only ours",
    "bot_id: only ours",
    "bot_profile: only ours",
    "team: only ours",
  ].map((difference) => `${path}.${difference}`);
}

async function compare(
  method: string,
  values: Record<string, string>,
  channels?: { ours: string; theirs: string },
): Promise<string[]> {
  const to = (channel: string | undefined) => (channel === undefined ? values : { ...values, channel });
  const our = await ask(shop.call(), method, to(channels?.ours));
  return differences(our, await ask(theirs, method, to(channels?.theirs)));
}

async function ask(call: Call, method: string, values: Record<string, string>): Promise<unknown> {
  const response = await call.fetch(`https://slack.com/api/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${call.credentials.accessToken}` },
    body: new URLSearchParams(values),
  });
  return response.json();
}

async function findTheirs(name: string): Promise<string> {
  const { items } = await slack.resources.channels.list(theirs, { cursor: null, limit: 50 });
  return items.find(({ label }) => label === name)?.id ?? "";
}

function callTheirs(accessToken: string): Call {
  return {
    ...shop.call({ idempotencyKey: "dlv_emulated", credentials: { accessToken } }),
    fetch: (input, init) => {
      const request = new Request(input, init);
      return fetch(new Request(request.url.replace("https://slack.com", workspace.url), request));
    },
  };
}

async function exchangeTheirs(code?: string): Promise<unknown> {
  const url = `${workspace.url}/api/oauth.v2.access`;
  return exchange(fetch, url, workspace.app, code ?? (await workspace.consent()));
}

async function exchangeOurs(): Promise<unknown> {
  const { app } = shop.context;
  const [redirectUri = ""] = app.redirectUris;
  const grant = { id: newId("sbx"), account: shop.account, scopes, data: { redirect_uri: redirectUri } };
  const code = newId("sbx");
  await insertCredential(db(), "slack", grant, { kind: "code", token: code, expiresInSeconds: 60 });
  const url = "https://slack.com/api/oauth.v2.access";
  return exchange(shop.call().fetch, url, { ...app, redirectUri }, code);
}

async function exchange(
  send: typeof fetch,
  url: string,
  app: EmulatedWorkspace["app"],
  code: string,
): Promise<unknown> {
  const proof = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64");
  const response = await send(url, {
    method: "POST",
    headers: { authorization: `Basic ${proof}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: app.redirectUri }),
  });
  return response.json();
}
