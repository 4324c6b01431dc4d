import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { startStandIn } from "#inngest/testing/stand-in.ts";
import { newId } from "#lib/ids.ts";

beforeEach(async () => {
  await db().update(events).set({ announcedAt: new Date() }).where(eq(events.origin, "patchbay"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** The verbs of an app that is set up for an Inngest server, and a merchant to whom something happens. */
async function setUp(standIn: StandIn | null, settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ ...standIn?.settings, ...settings })) vi.stubEnv(name, value);
  vi.resetModules();
  const { announceEvents, findNextAnnouncement } = await import("./announce-events.ts");
  const { insertEvents } = await import("./insert-events.ts");
  const { merchantId } = await createTestMerchant();
  return {
    merchantId,
    announceEvents,
    findNextAnnouncement,
    async happen(type: string, total = 1): Promise<string[]> {
      const own = Array.from({ length: total }, (_, index) => ({
        id: newId("evt"),
        type,
        data: { index },
        occurredAt: new Date(),
      }));
      await insertEvents(db(), merchantId, "patchbay", own);
      return own.map(({ id }) => id);
    },
  };
}

async function openStandIn(options: Parameters<typeof startStandIn>[0] = {}): Promise<StandIn> {
  const standIn = await startStandIn(options);
  onTestFinished(() => standIn[Symbol.asyncDispose]());
  return standIn;
}

test("Patchbay's own events are told once, with their ids and merchants", async () => {
  const standIn = await openStandIn();
  const { merchantId, happen, announceEvents, findNextAnnouncement } = await setUp(standIn);
  const [id] = await happen("integration.connected");
  expect(await findNextAnnouncement()).not.toBeNull();
  expect(await announceEvents()).toEqual({ announced: 1, nextDueAt: null });
  expect(await announceEvents()).toEqual({ announced: 0, nextDueAt: null });
  expect(standIn.events).toHaveLength(1);
  expect(standIn.events[0]).toMatchObject({
    id,
    name: "integration.connected",
    data: { merchantId, index: 0 },
  });
});

test("of deliveries that arrive nobody is told unless the setting asks for it, and they do not pile up", async () => {
  const standIn = await openStandIn();
  const { happen, announceEvents, findNextAnnouncement } = await setUp(standIn);
  await happen("webhook.triggered", 3);
  await happen("webhook.failed");
  expect((await announceEvents()).announced).toBe(1);
  expect(standIn.events.map(({ name }) => name)).toEqual(["webhook.failed"]);
  expect(await findNextAnnouncement()).toBeNull();
  const asked = await setUp(standIn, { ANNOUNCE_TRIGGERED: "on" });
  await asked.happen("webhook.triggered", 3);
  expect((await asked.announceEvents()).announced).toBe(3);
});

test("while the server is away they are kept, tried again soon, and told once it is back", async () => {
  const standIn = await openStandIn();
  const { happen, announceEvents } = await setUp(standIn);
  await standIn.goAway();
  const ids = await happen("webhook.failed", 120);
  const from = Date.now();
  const { announced, nextDueAt } = await announceEvents();
  expect(announced).toBe(0);
  expect(nextDueAt?.getTime()).toBeGreaterThan(from);
  expect(nextDueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 5_000);
  await standIn.comeBack();
  expect((await announceEvents()).announced).toBe(120);
  expect(standIn.events.map(({ id }) => id).sort()).toEqual(ids.sort());
});

test("with a key that the server refuses they are kept", async () => {
  const standIn = await openStandIn();
  const { happen, announceEvents, findNextAnnouncement } = await setUp(standIn, {
    INNGEST_EVENT_KEY: "wrong",
  });
  await happen("webhook.failed", 2);
  expect((await announceEvents()).announced).toBe(0);
  expect(await findNextAnnouncement()).not.toBeNull();
});

test("an event that the server never takes holds up no other", async () => {
  const bad = new Set<string>();
  const standIn = await openStandIn({ refuses: ({ id }) => id !== undefined && bad.has(id) });
  const { happen, announceEvents, findNextAnnouncement } = await setUp(standIn);
  const ids = await happen("webhook.failed", 5);
  bad.add(ids[0] ?? "").add(ids[3] ?? "");
  expect(await announceEvents()).toEqual({ announced: 3, nextDueAt: null });
  expect(standIn.events.map(({ id }) => id).sort()).toEqual(ids.filter((id) => !bad.has(id)).sort());
  expect(await findNextAnnouncement()).toBeNull();
});

test("many are told in measured batches, and by one process at a time", async () => {
  const standIn = await openStandIn();
  const { happen, announceEvents } = await setUp(standIn);
  await happen("webhook.failed", 250);
  const reports = await Promise.all([announceEvents(), announceEvents(), announceEvents()]);
  expect(reports.map(({ announced }) => announced).sort()).toEqual([0, 0, 250]);
  // Whoever finds another at it looks again soon: that one may die.
  for (const { announced, nextDueAt } of reports) if (announced === 0) expect(nextDueAt).not.toBeNull();
  expect(standIn.batchSizes).toEqual([100, 100, 50]);
});

test("news that no server took for days are not told to one that is set up later", async () => {
  const standIn = await openStandIn();
  const { happen, announceEvents, findNextAnnouncement } = await setUp(standIn);
  const [id = ""] = await happen("webhook.failed");
  const old = new Date(Date.now() - 4 * 24 * 60 * 60_000);
  await db().update(events).set({ acceptedAt: old.toISOString() }).where(eq(events.id, id));
  expect(await findNextAnnouncement()).toBeNull();
  expect((await announceEvents()).announced).toBe(0);
});

test("without an Inngest server there is nobody to tell, and nothing is looked for", async () => {
  const { happen, announceEvents, findNextAnnouncement } = await setUp(null);
  await happen("webhook.failed");
  expect(await findNextAnnouncement()).toBeNull();
  expect(await announceEvents()).toEqual({ announced: 0, nextDueAt: null });
});
