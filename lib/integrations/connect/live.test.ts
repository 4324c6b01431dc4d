import { beforeAll, expect, test, vi } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { startConnection } from "./start-connection.ts";
import { randomText } from "./state.ts";

// Before anything asks for the settings.
vi.hoisted(() => {
  process.env.APP_URL = "https://integrations.example.com";
  process.env.SLACK_CLIENT_ID = "111.222";
  process.env.SLACK_CLIENT_SECRET = "a-real-secret";
});

let ctx: Ctx;
beforeAll(async () => {
  ctx = await createTestMerchant();
});

const start = (input: { provider: string } & Record<string, string>) =>
  startConnection({ ctx, input, browserNonce: randomText() });

test("with an app of one's own at Slack, Connect leads to Slack's real host", async () => {
  const url = new URL((await start({ provider: "slack" })).url);
  expect(url.origin + url.pathname).toBe("https://slack.com/oauth/v2/authorize");
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: "111.222",
    redirect_uri: "https://integrations.example.com/api/oauth/slack/callback",
    scope: expect.stringContaining("chat:write,"),
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(url.href).not.toContain("a-real-secret");
});

test("the sandbox is still there for who asks for it", async () => {
  const { url } = await start({ provider: "slack", environment: "sandbox" });
  expect(url).toMatch(
    /^https:\/\/integrations\.example\.com\/sandbox\/slack\/slack\.com\/oauth\/v2\/authorize\?/,
  );
});

test("a real shop is asked at its own address", async () => {
  const url = new URL(
    (await start({ provider: "woocommerce", environment: "live", store: "https://ana.example/shop" })).url,
  );
  expect(url.origin + url.pathname).toBe("https://ana.example/shop/wc-auth/v1/authorize");
});
