import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { runAll, tickJob } from "./tick.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock("#lib/providers/registry.ts", async () => {
  const { createRegistry } = await import("#lib/providers/testing/create-registry.ts");
  const { tinyProvider } = await import("#lib/sandbox/testing/tiny-shop.ts");
  const page = async () => ({ records: [], unread: [], nextCursor: null });
  const tiny: Provider = {
    ...tinyProvider("tiny"),
    syncs: ["product"],
    sync: { product: { title: "Products", scopes: [], page } },
  };
  return createRegistry([tiny]);
});

test("ticks of several processes at once begin a copy that is due once", async () => {
  const { id } = await saveConnection(
    await createTestMerchant(),
    {
      provider: "tiny",
      environment: "sandbox",
      account: { id: newId("sbx"), label: "Tiny" },
      secrets: { accessToken: "token" },
      settings: {},
      scopes: ["read", "write"],
      expiresAt: null,
      refreshExpiresAt: null,
    },
    null,
  );
  await db().delete(syncJobs).where(eq(syncJobs.integrationId, id));
  const jobs = () => db().select().from(syncJobs).where(eq(syncJobs.integrationId, id));
  await Promise.all([tickJob.run([]), tickJob.run([]), tickJob.run([])]);
  expect(await jobs()).toHaveLength(1);
  await db().update(syncJobs).set({ status: "done" }).where(eq(syncJobs.integrationId, id));
  await Promise.all([tickJob.run([]), tickJob.run([])]);
  expect(await jobs()).toHaveLength(1);
});

test("a part that breaks keeps no other from its turn, and is named", async () => {
  const last = vi.fn(async () => 1);
  const ticking = runAll({
    first: async () => 1,
    tellOfHealth: async () => Promise.reject(new Error("a row that cannot be read")),
    last,
  });
  await expect(ticking).rejects.toThrow("tellOfHealth");
  expect(last).toHaveBeenCalledTimes(1);
});
