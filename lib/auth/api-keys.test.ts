import { expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys.ts";
import { authenticateApiKey } from "./authenticate-api-key.ts";
import type { Ctx } from "./context.ts";

const input = { name: "Ordering website", scopes: ["events:write" as const, "events:write" as const] };

test("a key opens its merchant with its permissions, and is told only once", async () => {
  const ctx = await createTestMerchant();
  const { key, ...created } = await createApiKey({ ctx, input });
  expect(await authenticateApiKey(key, "req")).toMatchObject({
    merchantId: ctx.merchantId,
    actor: { kind: "apiKey", id: created.id, scopes: ["events:write"] },
  });
  const listed = await listApiKeys({ ctx });
  expect(listed).toMatchObject([{ id: created.id, prefix: key.slice(0, 12), revokedAt: null }]);
  expect(JSON.stringify(listed)).not.toContain(key);
});

test("a revoked key opens nothing from then on, stays in the list, and cannot be revoked again", async () => {
  const ctx = await createTestMerchant();
  const { key, id } = await createApiKey({ ctx, input });
  await revokeApiKey({ ctx, input: { id } });
  await expect(authenticateApiKey(key, "req")).rejects.toMatchObject({ status: 401 });
  expect(await listApiKeys({ ctx })).toMatchObject([{ id, revokedAt: expect.any(String) }]);
  await expect(revokeApiKey({ ctx, input: { id } })).rejects.toMatchObject({ status: 404 });
});

test("another merchant's key is neither listed nor revoked", async () => {
  const { key, id } = await createApiKey({ ctx: await createTestMerchant(), input });
  const stranger = await createTestMerchant();
  expect(await listApiKeys({ ctx: stranger })).toEqual([]);
  await expect(revokeApiKey({ ctx: stranger, input: { id } })).rejects.toMatchObject({ status: 404 });
  await expect(authenticateApiKey(key, "req")).resolves.toBeDefined();
});

test("neither a viewer nor a key, whatever its permissions, makes or revokes keys", async () => {
  const owner = await createTestMerchant();
  const { id } = await createApiKey({ ctx: owner, input });
  const viewer: Ctx = { ...owner, actor: { kind: "user", id: "usr_1", role: "viewer" } };
  const program: Ctx = { ...owner, actor: { kind: "apiKey", id, scopes: ["read", "webhooks:write"] } };
  for (const ctx of [viewer, program]) {
    await expect(createApiKey({ ctx, input })).rejects.toMatchObject({ status: 403 });
    await expect(revokeApiKey({ ctx, input: { id } })).rejects.toMatchObject({ status: 403 });
  }
});

test("a key that nobody made opens nothing", async () => {
  await expect(authenticateApiKey("pb_made_up", "req")).rejects.toMatchObject({ status: 401 });
});
