import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ctx } from "#lib/auth/context.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { readCredentials } from "#lib/integrations/tokens/credentials.ts";
import { refreshCredentials } from "#lib/integrations/tokens/refresh-credentials.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { googleSheets } from "./provider.ts";
import { commands } from "./sandbox/commands.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(googleSheets);
});
afterAll(() => shop.stop());

const provider = googleSheets.id;
const { example } = googleSheets.actions["list-sheets"];

function list(ctx: Ctx, id: string) {
  return runIntegrationAction({ ctx, input: { id, action: "list-sheets", input: example } });
}

test("whoever agrees on Google's page is connected, by the address of the account", async () => {
  const id = await connectedIn(shop.ctx, { provider });
  expect(await getIntegration({ ctx: shop.ctx, input: { id } })).toMatchObject({
    status: "connected",
    account: { id: shop.account.externalId, label: shop.account.label },
    missingScopes: [],
    access: { isRenewedByItself: true },
  });
});

test("a renewal, whose answer has no refresh token, leaves the one that there is, and works", async () => {
  const id = await connectedIn(shop.ctx, { provider });
  const before = await readCredentials(id);
  const integration = await requireIntegration(shop.ctx, id);
  const after = await refreshCredentials(integration, before?.version ?? 0);
  expect(after.secrets.accessToken).not.toBe(before?.secrets.accessToken);
  expect(after.secrets.refreshToken).toBe(before?.secrets.refreshToken);
  expect(await list(shop.ctx, id)).toMatchObject({ output: { title: "Orders" } });
});

test("permissions that were taken back at Google are told, and come again with the next consent", async () => {
  const id = await connectedIn(shop.ctx, { provider });
  await commands["take-permissions-back"].run(shop.context);
  await expect(list(shop.ctx, id)).rejects.toMatchObject({ code: "scope_missing" });
  await connectedIn(shop.ctx, { provider, query: { integrationId: id } });
  expect(await list(shop.ctx, id)).toMatchObject({ output: { title: "Orders" } });
});

test("disconnecting ends the grant at Google too", async () => {
  const id = await connectedIn(shop.ctx, { provider });
  const known = await readCredentials(id);
  expect(await disconnect({ ctx: shop.ctx, input: { id } })).toMatchObject({ isRevokedAtProvider: true });
  const accessToken = known?.secrets.accessToken ?? "";
  await expect(googleSheets.identify(shop.call({ credentials: { accessToken } }))).rejects.toMatchObject({
    kind: "auth",
  });
});
