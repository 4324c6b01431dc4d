import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { syncedRecords, syncJobs } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { SyncedRecord, SyncPage } from "#lib/providers/contract/sync.ts";
import type { Unread } from "#lib/providers/contract/unread.ts";
import { saveConnection } from "../connect/save-connection.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { listResource } from "../list-resource.ts";
import { beginSync } from "../sync/begin-sync.ts";
import { listSyncJobs } from "../sync/list-sync-jobs.ts";
import { runSyncJobs } from "../sync/run-sync-jobs.ts";
import { writeRecords } from "../sync/write-records.ts";
import { listUnread } from "./list-unread.ts";

const source = vi.hoisted(() => ({ pages: vi.fn(), list: vi.fn() }));

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock("#lib/providers/registry.ts", async () => {
  const { createRegistry } = await import("#lib/providers/testing/create-registry.ts");
  const { tinyProvider } = await import("#lib/sandbox/testing/tiny-shop.ts");
  const tiny: Provider = {
    ...tinyProvider("tiny"),
    syncs: ["product"],
    resources: { things: { title: "Things", scopes: [], list: source.list } },
    sync: { product: { title: "Products", scopes: [], page: source.pages } },
  };
  return createRegistry([tiny]);
});

const product = (externalId: string, over: Partial<SyncedRecord> = {}): SyncedRecord => ({
  kind: "product",
  externalId,
  title: `Product ${externalId}`,
  state: "active",
  details: {},
  changedAt: "2026-11-01T10:00:00.000Z",
  ...over,
});

const odd = (externalId: string | null, over: Partial<Unread> = {}): Unread => ({
  externalId,
  label: null,
  code: "wrong_type",
  field: "price",
  params: { expected: "number", found: "list" },
  fingerprint: "print",
  ...over,
});

function nextPage(page: Partial<SyncPage>): void {
  source.pages.mockResolvedValueOnce({ records: [], unread: [], nextCursor: null, ...page });
}

beforeEach(async () => {
  source.pages.mockReset();
  source.list.mockReset();
  await db().update(syncJobs).set({ status: "cancelled" });
});

async function connectTiny() {
  const ctx = await createTestMerchant();
  const secrets = { accessToken: "made-up" };
  const account = { id: newId("sbx"), label: "Tiny" };
  const rest = { settings: {}, scopes: [], expiresAt: null, refreshExpiresAt: null };
  const connection = { provider: "tiny", environment: "sandbox", account, secrets, ...rest } as const;
  const integration = await saveConnection(ctx, connection, null);
  await db().update(syncJobs).set({ status: "cancelled" }).where(eq(syncJobs.integrationId, integration.id));
  const { id } = integration;
  return { ctx, integration, unread: () => listUnread({ ctx, input: { id } }) };
}

async function copyAll(integration: IntegrationRow): Promise<void> {
  await beginSync(integration, "product", null);
  await runSyncJobs();
}

async function listCopies({ id }: IntegrationRow): Promise<string[]> {
  const rows = await db()
    .select({ externalId: syncedRecords.externalId })
    .from(syncedRecords)
    .where(and(eq(syncedRecords.integrationId, id), eq(syncedRecords.kind, "product")));
  return rows.map(({ externalId }) => externalId).toSorted();
}

test("an odd record is kept with its reason, and the copy goes on to its end", async () => {
  const { ctx, integration, unread } = await connectTiny();
  nextPage({ records: [product("1")], unread: [odd("2", { label: "Bundle" })], nextCursor: "b" });
  nextPage({ records: [product("3")] });
  await copyAll(integration);
  expect(await listCopies(integration)).toEqual(["1", "3"]);
  expect(await unread()).toMatchObject({
    total: 1,
    data: [
      { id: "2", label: "Bundle", source: "copy", listTitle: "Products", code: "wrong_type", field: "price" },
    ],
  });
  const jobs = await listSyncJobs({ ctx, input: { id: integration.id } });
  expect(jobs.data[0]).toMatchObject({ status: "done", done: 3, unread: 1 });
});

test("a record that cannot be read any more keeps its copy, and a readable version replaces the reason", async () => {
  const { integration, unread } = await connectTiny();
  nextPage({ records: [product("1"), product("2")] });
  await copyAll(integration);
  nextPage({ records: [product("1")], unread: [odd("2")] });
  await copyAll(integration);
  expect(await listCopies(integration)).toEqual(["1", "2"]);
  expect((await unread()).total).toBe(1);
  await writeRecords(db(), integration, [product("2")], null);
  expect((await unread()).total).toBe(0);
});

test("what is gone from the account is unread no more after a whole run", async () => {
  const { integration, unread } = await connectTiny();
  nextPage({ unread: [odd("2"), odd(null)] });
  await copyAll(integration);
  expect((await unread()).total).toBe(2);
  nextPage({ records: [product("1")] });
  await copyAll(integration);
  expect((await unread()).total).toBe(0);
});

test("a run that met a record without an id takes no copy away, for it may be any of them", async () => {
  const { integration } = await connectTiny();
  nextPage({ records: [product("1"), product("2")] });
  await copyAll(integration);
  nextPage({ records: [product("1")], unread: [odd(null, { code: "no_id" })] });
  await copyAll(integration);
  expect(await listCopies(integration)).toEqual(["1", "2"]);
});

test.each([
  ["says that there is more, and not where", { isCutOff: true }],
  ["leads to itself", { nextCursor: "again" }],
])("a list that %s keeps what was read, deletes nothing and says so", async (_, end) => {
  const { ctx, integration } = await connectTiny();
  nextPage({ records: [product("1"), product("2")] });
  await copyAll(integration);
  nextPage({ records: [product("1")], nextCursor: "again" });
  nextPage({ records: [product("3")], ...end });
  await copyAll(integration);
  expect(await listCopies(integration)).toEqual(["1", "2", "3"]);
  const jobs = await listSyncJobs({ ctx, input: { id: integration.id } });
  expect(jobs.data[0]).toMatchObject({
    status: "failed",
    message: expect.stringContaining("where the list goes on"),
  });
});

test("texts that Postgres cannot keep, and a record without a time, stop nothing", async () => {
  const { integration } = await connectTiny();
  const details = { "a\u0000": "b\ud800" };
  nextPage({
    records: [product("1", { title: "N\u0000L \ud800", details, changedAt: null, total: 2 ** 40 } as never)],
    total: 2 ** 40,
  });
  await copyAll(integration);
  await writeRecords(db(), integration, [product("1", { title: "Newer", changedAt: null })], null);
  const [row] = await db()
    .select()
    .from(syncedRecords)
    .where(eq(syncedRecords.integrationId, integration.id));
  expect(row?.title).toBe("Newer");
});

test("a list names what it could not read beside the rest, until it is readable or gone", async () => {
  const { ctx, integration, unread } = await connectTiny();
  const input = { id: integration.id, resource: "things" };
  source.list.mockResolvedValueOnce({
    items: [{ id: "1", label: "One" }],
    unread: [odd("2")],
    nextCursor: null,
  });
  expect(await listResource({ ctx, input })).toMatchObject({
    data: [{ id: "1" }],
    unread: [{ id: "2", field: "price" }],
  });
  expect(await unread()).toMatchObject({ total: 1, data: [{ source: "list", listTitle: "Things" }] });
  source.list.mockResolvedValueOnce({ items: [{ id: "2", label: "Two" }], unread: [], nextCursor: "x" });
  await listResource({ ctx, input });
  expect((await unread()).total).toBe(0);
});

test("nobody sees what another merchant's account holds", async () => {
  const { integration } = await connectTiny();
  const stranger = await createTestMerchant();
  await expect(listUnread({ ctx: stranger, input: { id: integration.id } })).rejects.toMatchObject({
    status: 404,
  });
});
