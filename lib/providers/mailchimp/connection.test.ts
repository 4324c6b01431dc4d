import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { checkHealth } from "#lib/integrations/health/check-health.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { listCalls } from "#lib/integrations/list-calls.ts";
import { serveInbound } from "#lib/integrations/testing/serve-inbound.ts";
import { openAccountContext } from "#lib/sandbox/core/account-context.ts";
import { openAccounts } from "#lib/sandbox/core/accounts.ts";
import { holdSandboxServer } from "../testing/sandbox-server.ts";
import { mailchimp } from "./provider.ts";
import { commands } from "./sandbox/commands.ts";
import { sandbox } from "./sandbox/sandbox.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(mailchimp, serveInbound);
});
afterAll(() => release());

async function connect() {
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider: "mailchimp" });
  const place = { provider: "mailchimp", sandbox, merchantId: ctx.merchantId };
  const [account] = await openAccounts(place);
  if (!account) throw new Error("There is no account.");
  return { ctx, id, account, context: openAccountContext("mailchimp", account) };
}

test("connecting finds the data centre, and asks for a token that does not end", async () => {
  const { ctx, id, account } = await connect();
  expect(await requireIntegration(ctx, id)).toMatchObject({
    status: "connected",
    accountId: account.externalId,
    settings: { dc: "us21" },
  });
});

test("a guest who unsubscribes in Mailchimp is in the shop's log, without their name", async () => {
  const { ctx, id, context } = await connect();
  expect(await commands["unsubscribe-guest"]?.run(context)).toContain("answered with 200");
  const { data } = await listCalls({ ctx, input: { id } });
  const [noted] = data.filter(({ kind }) => kind === "inbound");
  expect(noted).toMatchObject({ name: "unsubscribe", message: expect.stringContaining("unsubscribed from") });
  expect(JSON.stringify(data)).not.toContain("marta");
});

test("an app that was removed in Mailchimp shows at the next check", async () => {
  const { ctx, id, context } = await connect();
  await commands["revoke-app"]?.run(context);
  await expect(checkHealth(await requireIntegration(ctx, id))).rejects.toMatchObject({ kind: "auth" });
  expect(await requireIntegration(ctx, id)).toMatchObject({ status: "needs_attention" });
});
