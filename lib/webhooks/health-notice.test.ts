import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { tellOfHealth } from "#lib/destinations/tell-of-health.ts";
import { newId } from "#lib/ids.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { countUnreadNotices, markNoticesRead } from "#lib/notices/unread-notices.ts";
import { updateWebhook } from "./update-webhook.ts";

/** A merchant with an owner and a webhook "Till" at a receiver that refuses. */
async function setFailingTill(status = 500) {
  const receiver = await startReceiver(() => ({ status }));
  const scene = await setScene({ url: receiver.url, description: "Till", retrySchedule: [600] });
  const userId = newId("usr");
  await db()
    .insert(users)
    .values({ id: userId, email: `${userId}@example.com`, name: "Ana", passwordHash: "none" });
  await db().insert(memberships).values({ merchantId: scene.ctx.merchantId, userId, role: "owner" });
  const person: Ctx = { ...scene.ctx, actor: { kind: "user", id: userId, role: "owner" } };
  await scene.sendOrders();
  await scene.drain();
  return { receiver, scene, person };
}

type Scene = Awaited<ReturnType<typeof setFailingTill>>["scene"];

async function letMinutesPass({ webhook }: Scene, minutes: number): Promise<void> {
  await db()
    .update(destinations)
    .set({ failingSince: sql`${destinations.failingSince} - make_interval(mins => ${minutes})` })
    .where(eq(destinations.id, webhook.id));
}

async function subjects({ ctx }: Scene): Promise<string[]> {
  return (await listNotices({ ctx, input: {} })).data.map(({ subject }) => subject).toReversed();
}

test("a webhook that fails is told once, after 15 minutes, and so is its recovery", async () => {
  const { receiver, scene } = await setFailingTill();
  await using _ = receiver;
  await letMinutesPass(scene, 14);
  await tellOfHealth();
  expect(await subjects(scene)).toEqual([]);
  await letMinutesPass(scene, 1);
  await tellOfHealth();
  await tellOfHealth();
  expect(await subjects(scene)).toEqual(["Till is not accepting events"]);
  receiver.answerWith(() => ({ status: 204 }));
  await scene.sendOrders();
  await scene.drain();
  await tellOfHealth();
  await tellOfHealth();
  expect(await subjects(scene)).toEqual(["Till is not accepting events", "Till accepts events again"]);
  const [notice] = (await listNotices({ ctx: scene.ctx, input: {} })).data;
  expect(notice).toMatchObject({ webhookId: scene.webhook.id, readAt: null });
});

test("one that passes within 15 minutes is not told at all", async () => {
  const { receiver, scene } = await setFailingTill();
  await using _ = receiver;
  await letMinutesPass(scene, 10);
  await tellOfHealth();
  receiver.answerWith(() => ({ status: 204 }));
  await scene.sendOrders();
  await scene.drain();
  await tellOfHealth();
  expect(await subjects(scene)).toEqual([]);
});

test("a webhook that Patchbay switched off is told once, with why; switching it on by hand is not", async () => {
  const { receiver, scene } = await setFailingTill(410);
  await using _ = receiver;
  await tellOfHealth();
  await tellOfHealth();
  expect(await subjects(scene)).toEqual(["Till was switched off"]);
  const [notice] = (await listNotices({ ctx: scene.ctx, input: {} })).data;
  expect(notice?.body).toMatch(/gone for good \(410\).*keeps what was waiting/s);
  await updateWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id, status: "active" } });
  await tellOfHealth();
  expect(await subjects(scene)).toHaveLength(1);
});

test("what someone switches off by hand, failing or not, is not told", async () => {
  const { receiver, scene } = await setFailingTill();
  await using _ = receiver;
  await letMinutesPass(scene, 20);
  await updateWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id, status: "disabled" } });
  await tellOfHealth();
  expect(await subjects(scene)).toEqual([]);
});

test("a person's unread notices are counted until they are marked, those of others are theirs", async () => {
  const { receiver, scene, person } = await setFailingTill(410);
  await using _ = receiver;
  const other = await setFailingTill(410);
  await using __ = other.receiver;
  await tellOfHealth();
  expect(await countUnreadNotices({ ctx: person })).toBe(1);
  expect((await listNotices({ ctx: person, input: { unread: "true" } })).data).toHaveLength(1);
  expect(await markNoticesRead({ ctx: person })).toEqual({ read: 1 });
  expect(await countUnreadNotices({ ctx: person })).toBe(0);
  expect(await countUnreadNotices({ ctx: other.person })).toBe(1);
  const key: Ctx = { ...scene.ctx, actor: { kind: "apiKey", id: "key_1", scopes: ["read"] } };
  await expect(markNoticesRead({ ctx: key })).rejects.toMatchObject({ status: 409 });
});
