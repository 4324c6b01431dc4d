import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { oauthStates } from "#db/schema/integrations.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { resealJobs } from "#db/schema/vault.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { createOwnDatabase } from "./testing/own-database.ts";

const keyNamed = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [lost, old, fresh] = [keyNamed("k0"), keyNamed("k1"), keyNamed("k2")];

/** The app as a process has it that starts with these ENCRYPTION_KEYS. */
async function processWith(...keys: string[]) {
  vi.resetModules();
  vi.stubEnv("ENCRYPTION_KEYS", keys.join(","));
  const { env } = await import("#lib/env.ts");
  env();
  const { db } = await import("#db/client.ts");
  const { readKeyId, open, seal } = await import("#lib/crypto/seal.ts");
  const { resealSecrets } = await import("./reseal-secrets.ts");
  return { db, readKeyId, open, seal, resealSecrets };
}

type Process = Awaited<ReturnType<typeof processWith>>;

let database: Awaited<ReturnType<typeof createOwnDatabase>>;

beforeAll(async () => {
  database = await createOwnDatabase(process.env.DATABASE_URL ?? "");
  const { closeDb } = await import("#db/client.ts");
  await closeDb();
  vi.stubEnv("DATABASE_URL", database.url);
});

afterAll(async () => {
  const { closeDb } = await import("#db/client.ts");
  await closeDb();
  await database.drop();
  vi.unstubAllEnvs();
});

beforeEach(async () => {
  const { db } = await processWith(old);
  await db().delete(merchants);
  await db().delete(resealJobs);
  await db()
    .insert(merchants)
    .values(["mer_a", "mer_b"].map((id) => ({ id, name: id })));
});

const statePlace = (id: string) => ({
  merchantId: "mer_a",
  table: "oauth_states",
  rowId: id,
  column: "sealed",
});

/** OAuth states sealed by a process, each with its own id as its text. */
async function addStates({ db, seal }: Process, ids: readonly string[]): Promise<void> {
  const rows = await Promise.all(
    ids.map(async (id) => ({
      id,
      merchantId: "mer_a",
      userId: "usr_a",
      browserHash: "none",
      provider: "slack",
      environment: "sandbox" as const,
      input: {},
      redirectUri: "http://localhost",
      display: "page" as const,
      sealed: await seal(id, statePlace(id)),
      expiresAt: new Date(),
    })),
  );
  await db().insert(oauthStates).values(rows);
}

const createIds = (prefix: string, total: number) =>
  Array.from({ length: total }, (_, index) => `${prefix}-${index}`);
const listJobs = ({ db }: Process) => db().select().from(resealJobs).orderBy(resealJobs.id);

async function readTexts({ db, open }: Process): Promise<Map<string, string>> {
  const rows = await db().select().from(oauthStates);
  return new Map(
    await Promise.all(rows.map(async (row) => [row.id, await open(row.sealed, statePlace(row.id))] as const)),
  );
}

test("while others write, every secret goes over to the new key, and none of what they wrote is lost", async () => {
  const ids = createIds("state", 500);
  await addStates(await processWith(old), ids);
  const rotating = await processWith(fresh, old);
  const expected = new Map(ids.map((id) => [id, id]));
  let isRunning = true;
  async function write(own: readonly string[]): Promise<void> {
    for (let turn = 0; isRunning; turn += 1) {
      const id = own[(turn * 7) % own.length] ?? "";
      const text = `${id} written in turn ${turn}`;
      expected.set(id, text);
      const sealed = await rotating.seal(text, statePlace(id));
      await rotating.db().update(oauthStates).set({ sealed }).where(eq(oauthStates.id, id));
    }
  }
  const writers = [0, 1, 2, 3].map((lane) => write(ids.filter((_, index) => index % 4 === lane)));
  const report = await rotating.resealSecrets();
  isRunning = false;
  await Promise.all(writers);
  expect(report).toMatchObject({ failed: 0, failures: [], keys: [{ keyId: "k2", rows: 500 }] });
  expect(await readTexts(await processWith(fresh))).toEqual(expected);
  expect([...expected.values()].some((text) => text.includes("turn"))).toBe(true);
});

test("webhooks and kept answers go over too; what holds no answer yet stays empty", async () => {
  const before = await processWith(old);
  const { createWebhook } = await import("#lib/webhooks/create-webhook.ts");
  const created = await createWebhook({
    ctx: systemCtx("mer_a", "test"),
    input: { url: "http://localhost:9/hook", eventTypes: ["*"] },
  });
  // More than a batch, and the same keys at two merchants.
  const keys = ["mer_a", "mer_b"].flatMap((merchantId) =>
    createIds("key", 150).map((key) => ({ merchantId, key })),
  );
  const answerPlace = (row: { merchantId: string; key: string }) => ({
    merchantId: row.merchantId,
    table: "idempotency_keys",
    rowId: row.key,
    column: "body",
  });
  const answers = await Promise.all(
    keys.map(async (row) => ({
      ...row,
      fingerprint: "f",
      status: 201,
      body: await before.seal(row.key, answerPlace(row)),
    })),
  );
  const unanswered = { merchantId: "mer_a", key: "under-way", fingerprint: "f" };
  await before
    .db()
    .insert(idempotencyKeys)
    .values([...answers, unanswered]);

  const seen: number[] = [];
  const report = await (await processWith(fresh, old)).resealSecrets(({ done }) => seen.push(done));
  expect(report).toMatchObject({ total: 301, done: 301, failed: 0, keys: [{ keyId: "k2", rows: 301 }] });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.length).toBeGreaterThan(3);

  const after = await processWith(fresh);
  const { openWebhookSecrets } = await import("#lib/webhooks/secrets.ts");
  const [webhook] = await after.db().select().from(webhooks);
  if (!webhook) throw new Error("The webhook is gone.");
  expect((await openWebhookSecrets(webhook)).signingSecrets).toEqual([{ secret: created.secret }]);
  for (const row of await after.db().select().from(idempotencyKeys)) {
    if (row.key === "under-way") expect(row.body).toBeNull();
    else expect(await after.open(row.body ?? "", answerPlace(row))).toBe(row.key);
  }
});

test("rows of a missing key are counted, named by its id and kept as they are, until the key is back", async () => {
  await addStates(await processWith(lost), ["a", "b"]);
  await addStates(await processWith(old), ["c"]);
  const without = await processWith(fresh, old);
  const sealedBefore = await without.db().select().from(oauthStates).where(eq(oauthStates.id, "a"));
  expect(await without.resealSecrets()).toMatchObject({
    total: 3,
    done: 1,
    failed: 2,
    failures: [{ message: expect.stringContaining('lacks the key "k0"'), rows: 2, rowIds: ["a", "b"] }],
    keys: [
      { keyId: "k0", rows: 2 },
      { keyId: "k2", rows: 1 },
    ],
  });
  expect(await listJobs(without)).toMatchObject([
    { status: "failed", doneCount: 1, failedCount: 2, message: expect.stringContaining('"k0"') },
  ]);
  expect(await without.db().select().from(oauthStates).where(eq(oauthStates.id, "a"))).toEqual(sealedBefore);

  const withIt = await processWith(fresh, old, lost);
  expect(await withIt.resealSecrets()).toMatchObject({
    done: 2,
    failed: 0,
    keys: [{ keyId: "k2", rows: 3 }],
  });
  expect([...(await readTexts(await processWith(fresh))).keys()].sort()).toEqual(["a", "b", "c"]);
});

test("a key with the right id and other bytes is named, and harms nothing", async () => {
  await addStates(await processWith(old), ["a"]);
  const report = await (await processWith(fresh, keyNamed("k1"))).resealSecrets();
  expect(report?.failures).toMatchObject([
    { message: expect.stringContaining('The key "k1" does not open'), rows: 1 },
  ]);
  expect(await readTexts(await processWith(old))).toEqual(new Map([["a", "a"]]));
});

test("a value that is no sealed one is reported, not passed over", async () => {
  const process = await processWith(fresh, old);
  await addStates(process, ["a"]);
  await process.db().update(oauthStates).set({ sealed: "in the clear" });
  expect(await process.resealSecrets()).toMatchObject({ failed: 1, keys: [{ keyId: null, rows: 1 }] });
});

test("a run that was broken off goes on where it was, as the same job", async () => {
  await addStates(await processWith(old), createIds("state", 450));
  const rotating = await processWith(fresh, old);
  const broken = rotating.resealSecrets(({ done }) => {
    if (done > 0) throw new Error("the process died");
  });
  await expect(broken).rejects.toThrow("the process died");
  const [job] = await listJobs(rotating);
  expect(job).toMatchObject({ status: "running", doneCount: 200, totalCount: 450 });
  expect(await rotating.resealSecrets()).toMatchObject({ jobId: job?.id, total: 450, done: 450 });
  expect(await listJobs(rotating)).toMatchObject([
    { id: job?.id, status: "done", doneCount: 450, message: null },
  ]);
});

test("a broken-off run for a key that is first no longer is closed", async () => {
  await addStates(await processWith(old), ["a"]);
  const first = await processWith(fresh, old);
  await expect(
    first.resealSecrets(() => {
      throw new Error("the process died");
    }),
  ).rejects.toThrow("died");
  const next = await processWith(keyNamed("k3"), fresh, old);
  expect(await next.resealSecrets()).toMatchObject({ keyId: "k3", done: 1 });
  expect((await listJobs(next)).map(({ keyId, status }) => [keyId, status])).toEqual([
    ["k2", "failed"],
    ["k3", "done"],
  ]);
});

test("of two runs at a time one does the work", async () => {
  await addStates(await processWith(old), createIds("state", 250));
  const rotating = await processWith(fresh, old);
  const others: unknown[] = [];
  const report = await rotating.resealSecrets(async ({ done }) => {
    if (done === 0) others.push(await rotating.resealSecrets());
  });
  expect(report).toMatchObject({ done: 250 });
  await expect.poll(() => others).toEqual([null]);
  expect(await rotating.resealSecrets()).toMatchObject({ total: 0, done: 0, failed: 0 });
});
