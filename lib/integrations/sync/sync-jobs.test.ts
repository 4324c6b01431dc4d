import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { syncedRecords, syncJobs } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { SyncedRecord } from "#lib/providers/contract/sync.ts";
import { saveConnection } from "../connect/save-connection.ts";
import { endConnection } from "../end-connection.ts";
import { beginDueSyncs } from "./begin-due-syncs.ts";
import { beginSync } from "./begin-sync.ts";
import { cancelSync } from "./cancel-sync.ts";
import { listRecords } from "./list-records.ts";
import { runSyncJobs } from "./run-sync-jobs.ts";
import { startSync } from "./start-sync.ts";
import { writeRecords } from "./write-records.ts";

const source = vi.hoisted(() => ({ pages: vi.fn() }));

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock("#lib/providers/registry.ts", async () => {
  const { createRegistry } = await import("#lib/providers/testing/create-registry.ts");
  const { tinyProvider } = await import("#lib/sandbox/testing/tiny-shop.ts");
  const tiny: Provider = {
    ...tinyProvider("tiny"),
    syncs: ["product"],
    sync: { product: { title: "Products", scopes: [], page: source.pages } },
  };
  return createRegistry([tiny]);
});

function product(externalId: string, over: Partial<SyncedRecord> = {}): SyncedRecord {
  const changedAt = "2026-11-01T10:00:00.000Z";
  return {
    kind: "product",
    externalId,
    title: `Product ${externalId}`,
    state: "active",
    details: {},
    changedAt,
    ...over,
  };
}

/** Three pages of two products. */
function threePages(_: unknown, { cursor }: { cursor: string | null }) {
  const page = Number(cursor ?? "1");
  const records = [product(`${page}a`), product(`${page}b`)];
  return Promise.resolve({ records, unread: [], nextCursor: page < 3 ? String(page + 1) : null, total: 6 });
}

beforeEach(async () => {
  source.pages.mockReset().mockImplementation(threePages);
  await db().update(syncJobs).set({ status: "cancelled" });
});

async function connectTiny() {
  const ctx = await createTestMerchant();
  const integration = await saveConnection(
    ctx,
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
  const { id } = integration;
  return {
    ctx,
    id,
    integration,
    titles: async () => {
      const { data } = await listRecords({ ctx, input: { id, kind: "product", limit: 100 } });
      return data.map(({ title }) => title);
    },
    job: async () => {
      const rows = await db().select().from(syncJobs).where(eq(syncJobs.integrationId, id));
      const last = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
      if (!last) throw new Error("There is no job.");
      return last;
    },
    makeDue: () =>
      db()
        .update(syncJobs)
        .set({ dueAt: new Date(0) })
        .where(eq(syncJobs.integrationId, id)),
  };
}

test("a job copies page after page, and shows how far it is", async () => {
  const { ctx, id, titles, job } = await connectTiny();
  await startSync({ ctx, input: { id, kind: "product" } });
  await runSyncJobs();
  expect(await titles()).toHaveLength(6);
  expect(await job()).toMatchObject({ status: "done", doneCount: 6, totalCount: 6 });
});

test("a process that dies half-way leaves the cursor to the next one, which reads no page twice", async () => {
  const { integration, titles, job, makeDue } = await connectTiny();
  await beginSync(integration, "product", null);
  source.pages.mockImplementationOnce(threePages).mockRejectedValueOnce(new Error("the process dies"));
  await runSyncJobs();
  expect(await job()).toMatchObject({ status: "running", cursor: "2", doneCount: 2 });
  source.pages.mockClear();
  await makeDue();
  await runSyncJobs();
  expect(source.pages.mock.calls.map(([, { cursor }]) => cursor)).toEqual(["2", "3"]);
  expect(await titles()).toHaveLength(6);
  expect(await job()).toMatchObject({ status: "done" });
});

test("two processes share out the jobs, and neither does one again", async () => {
  const [one, other] = [await connectTiny(), await connectTiny()];
  await beginSync(one.integration, "product", null);
  await beginSync(other.integration, "product", null);
  await Promise.all([runSyncJobs(), runSyncJobs()]);
  expect(source.pages).toHaveBeenCalledTimes(6);
});

test("a provider that asks to wait is asked again from where it stopped, when it said", async () => {
  const { integration, job } = await connectTiny();
  await beginSync(integration, "product", null);
  const busy = new ProviderError({
    kind: "rate_limited",
    message: say("verbatim", { text: "Wait." }),
    retryAfterMs: 3_600_000,
  });
  source.pages.mockImplementationOnce(threePages).mockRejectedValueOnce(busy);
  await runSyncJobs();
  const waiting = await job();
  expect(waiting).toMatchObject({
    status: "waiting",
    cursor: "2",
    code: "verbatim",
    params: { text: "Wait." },
  });
  expect(waiting.dueAt.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
});

test("what needs the merchant ends the job with what is wrong", async () => {
  const { integration, job } = await connectTiny();
  await beginSync(integration, "product", null);
  source.pages.mockRejectedValue(
    new ProviderError({ kind: "scope_missing", message: say("verbatim", { text: "Allow it." }) }),
  );
  await runSyncJobs();
  expect(await job()).toMatchObject({ status: "failed", code: "verbatim", params: { text: "Allow it." } });
});

test("after a run over everything, what was not seen is gone, but not what a message brought meanwhile", async () => {
  const { integration, titles } = await connectTiny();
  await db().transaction((tx) => writeRecords(tx, integration, [product("gone")], null));
  await db()
    .update(syncedRecords)
    .set({ syncedAt: new Date(0) })
    .where(eq(syncedRecords.integrationId, integration.id));
  await beginSync(integration, "product", null);
  source.pages.mockImplementationOnce(async (call: unknown, query: { cursor: string | null }) => {
    await db().transaction((tx) => writeRecords(tx, integration, [product("new")], null));
    return threePages(call, query);
  });
  await runSyncJobs();
  expect(await titles()).toEqual([
    "Product 1a",
    "Product 1b",
    "Product 2a",
    "Product 2b",
    "Product 3a",
    "Product 3b",
    "Product new",
  ]);
});

test("a run over changes takes nothing away", async () => {
  const { integration, titles } = await connectTiny();
  await db().transaction((tx) => writeRecords(tx, integration, [product("old")], null));
  await beginSync(integration, "product", new Date("2026-11-01T00:00:00Z"));
  await runSyncJobs();
  expect(await titles()).toHaveLength(7);
  expect(source.pages.mock.calls[0]?.[1]).toMatchObject({ since: "2026-11-01T00:00:00.000Z" });
});

test("what is older by the provider's clock does not overwrite what is newer", async () => {
  const { integration, titles } = await connectTiny();
  const newer = product("1", { title: "Newer", changedAt: "2026-11-02T00:00:00Z" });
  const older = product("1", { title: "Older", changedAt: "2026-11-01T00:00:00Z" });
  for (const record of [newer, older]) {
    await db().transaction((tx) => writeRecords(tx, integration, [record], null));
  }
  expect(await titles()).toEqual(["Newer"]);
});

test("a job that is stopped stops, and keeps what it has read", async () => {
  const { ctx, id, integration, titles, job } = await connectTiny();
  await beginSync(integration, "product", null);
  source.pages
    .mockImplementationOnce(threePages)
    .mockImplementationOnce(async (call: unknown, query: { cursor: string | null }) => {
      await cancelSync({ ctx, input: { id, kind: "product" } });
      return threePages(call, query);
    });
  await runSyncJobs();
  expect(await job()).toMatchObject({ status: "cancelled" });
  expect(await titles()).toHaveLength(2);
});

test("a job is begun once, however often it is asked for", async () => {
  const { ctx, id } = await connectTiny();
  const jobs = await Promise.all([1, 2, 3].map(() => startSync({ ctx, input: { id, kind: "product" } })));
  expect(new Set(jobs.map((job) => job.id)).size).toBe(1);
});

test("disconnecting stops the job and takes the copies away", async () => {
  const { ctx, integration, titles, job } = await connectTiny();
  await beginSync(integration, "product", null);
  source.pages
    .mockImplementationOnce(threePages)
    .mockImplementationOnce(async (call: unknown, query: { cursor: string | null }) => {
      await db().transaction((tx) => endConnection(tx, integration, "merchant", ctx));
      return threePages(call, query);
    });
  await runSyncJobs();
  expect(await job()).toMatchObject({ status: "cancelled" });
  expect(await titles()).toEqual([]);
});

test("another merchant sees none of it", async () => {
  const { id } = await connectTiny();
  const ctx = await createTestMerchant();
  const input = { id, kind: "product" } as const;
  await expect(startSync({ ctx, input })).rejects.toMatchObject({ status: 404 });
  await expect(cancelSync({ ctx, input })).rejects.toMatchObject({ status: 404 });
  await expect(listRecords({ ctx, input })).rejects.toMatchObject({ status: 404 });
});

test("a job that breaks each time ends as failed, and does not go on forever", async () => {
  const { integration, job, makeDue } = await connectTiny();
  await beginSync(integration, "product", null);
  source.pages.mockRejectedValue(new Error("a fault of ours"));
  for (let run = 0; run < 9; run += 1) {
    await makeDue();
    await runSyncJobs();
  }
  expect(await job()).toMatchObject({ status: "failed", code: "sync_broken" });
});

test("records that no column could hold are made to fit", async () => {
  const { ctx, id, integration } = await connectTiny();
  const odd = product("1", {
    title: "A\u0000B",
    stock: 1.5,
    changedAt: "no time",
    details: { sku: "\u0000" },
  });
  await db().transaction((tx) => writeRecords(tx, integration, [odd], null));
  const { data } = await listRecords({ ctx, input: { id, kind: "product" } });
  expect(data).toMatchObject([{ title: "A\ufffdB", stock: 1 }]);
});

test("a run that failed for good is not begun again at once, and the next goes on from what was read", async () => {
  const { integration, job } = await connectTiny();
  await beginSync(integration, "product", null);
  await runSyncJobs();
  const first = await job();
  await db()
    .update(syncJobs)
    .set({ createdAt: new Date(Date.now() - 3 * 3_600_000) })
    .where(eq(syncJobs.id, first.id));
  source.pages.mockRejectedValue(
    new ProviderError({ kind: "not_found", message: say("verbatim", { text: "Gone." }) }),
  );
  await beginDueSyncs();
  await runSyncJobs();
  const second = await job();
  expect(second).toMatchObject({ status: "failed" });
  expect(second.since?.getTime()).toBeLessThan(Date.now() - 3 * 3_600_000);
  await beginDueSyncs();
  expect((await job()).id).toBe(second.id);
});

test("moving to another account leaves nothing of the first: neither copies nor a job under way", async () => {
  const { ctx, id, integration, titles, job } = await connectTiny();
  await beginSync(integration, "product", null);
  await db().transaction((tx) => writeRecords(tx, integration, [product("old")], null));
  await saveConnection(
    ctx,
    {
      provider: "tiny",
      environment: "sandbox",
      account: { id: newId("sbx"), label: "Other" },
      secrets: { accessToken: "token" },
      settings: {},
      scopes: ["read", "write"],
      expiresAt: null,
      refreshExpiresAt: null,
    },
    { integrationId: id, isOtherAccountFine: true },
  );
  expect(await titles()).toEqual([]);
  expect(await job()).toMatchObject({ status: "cancelled" });
});
