import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { getIntegration } from "../get-integration.ts";
import { listCalls } from "../list-calls.ts";
import { acceptInbound } from "./accept-inbound.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
});
afterAll(() => release());

function signed(body: string, { at = Date.now(), secret = sandboxApp("slack").signingSecret } = {}) {
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    providerId: "slack",
    integrationId: null,
    request: {
      method: "POST",
      url: "http://localhost:3000/api/inbound/slack",
      headers: {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
      },
      body: new TextEncoder().encode(body),
    },
  };
}

function uninstall(teamId: string, eventId: string, at = Date.now()): string {
  return JSON.stringify({
    token: "unused",
    team_id: teamId,
    api_app_id: "A1",
    event: { type: "app_uninstalled" },
    type: "event_callback",
    event_id: eventId,
    event_time: Math.floor(at / 1_000),
  });
}

async function connectSlack() {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider: "slack" });
  const get = () => getIntegration({ ctx, input: { id } });
  return { ctx, id, get, teamId: (await get()).account.id };
}

describe("a message is refused, and changes nothing, when", () => {
  test.each([
    ["its signature is of another secret", { secret: "another secret" }],
    ["it is an hour old", { at: Date.now() - 3_600_000 }],
    ["it comes from the future", { at: Date.now() + 3_600_000 }],
  ])("%s", async (_, over) => {
    const { get, teamId } = await connectSlack();
    await expect(acceptInbound(signed(uninstall(teamId, "Ev1"), over))).rejects.toMatchObject({
      status: 401,
    });
    expect((await get()).status).toBe("connected");
  });

  test("a byte of it was changed", async () => {
    const { get, teamId } = await connectSlack();
    const message = signed(uninstall(teamId, "Ev2"));
    message.request.body = new TextEncoder().encode(`${uninstall(teamId, "Ev2")} `);
    await expect(acceptInbound(message)).rejects.toMatchObject({ status: 401 });
    expect((await get()).status).toBe("connected");
  });

  test("it has no signature", async () => {
    const { teamId } = await connectSlack();
    const message = signed(uninstall(teamId, "Ev3"));
    await expect(
      acceptInbound({ ...message, request: { ...message.request, headers: {} } }),
    ).rejects.toMatchObject({ status: 401 });
  });
});

test("a message that comes again does nothing again", async () => {
  const { ctx, id, get, teamId } = await connectSlack();
  const message = signed(uninstall(teamId, "Ev4"));
  await acceptInbound(message);
  expect((await get()).status).toBe("disconnected");
  await connectedIn(ctx, { provider: "slack", query: { integrationId: id } });
  await acceptInbound(message);
  expect((await get()).status).toBe("connected");
  const { data } = await listCalls({ ctx, input: { id } });
  expect(data.filter(({ kind }) => kind === "inbound")).toHaveLength(1);
});

test("what tells of the end of an earlier grant does not end the one that came after it", async () => {
  const { get, teamId } = await connectSlack();
  await acceptInbound(signed(uninstall(teamId, "Ev6", Date.now() - 60_000)));
  expect((await get()).status).toBe("connected");
});

test("a message about one account does not touch another's", async () => {
  const [one, other] = [await connectSlack(), await connectSlack()];
  await acceptInbound(signed(uninstall(one.teamId, "Ev5")));
  expect((await one.get()).status).toBe("disconnected");
  expect((await other.get()).status).toBe("connected");
});

test("a provider's challenge is answered", async () => {
  const body = JSON.stringify({
    type: "url_verification",
    token: "unused",
    challenge: "3eZbrw1aBm2rZgRNFdxV2595E9CY",
  });
  expect(await acceptInbound(signed(body))).toMatchObject({
    status: 200,
    body: expect.stringContaining("3eZbrw1aBm2rZgRNFdxV2595E9CY"),
  });
});

test.each([
  ["nowhere", null],
  ["slack", "int_0199bf00112233445566778899aabbcc"],
])("there is no address for %s %s", async (providerId, integrationId) => {
  const { request } = signed("{}");
  await expect(acceptInbound({ providerId, integrationId, request })).rejects.toMatchObject({ status: 404 });
});
