import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { type Answer, startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { senders } from "#lib/destinations/senders.ts";
import { findDueDestinations } from "#lib/engine/due.ts";
import { claimLimited } from "#lib/engine/pace.ts";
import { testWebhook } from "./test-webhook.ts";

/** An answer that takes a moment, and how many were asked for at the same time at most. */
function slowAnswer() {
  const seen = { open: 0, most: 0 };
  const answer: Answer = (_, response) => {
    seen.open += 1;
    seen.most = Math.max(seen.most, seen.open);
    setTimeout(() => {
      seen.open -= 1;
      response.writeHead(204).end();
    }, 50);
    return "hang";
  };
  return { seen, answer };
}

const manyTests = (scene: Awaited<ReturnType<typeof setScene>>, total: number) =>
  Promise.all(
    Array.from({ length: total }, () => testWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } })),
  );

test("of one merchant three tests are under way at a time, and the rest follows", async () => {
  const { seen, answer } = slowAnswer();
  await using receiver = await startReceiver(answer);
  const scene = await setScene({ url: receiver.url });
  const attempts = await manyTests(scene, 8);
  expect(attempts.map(({ outcome }) => outcome)).toEqual(Array(8).fill("delivered"));
  expect(seen.most).toBeLessThanOrEqual(3);
});

test("tests keep to what the webhook takes at a time", async () => {
  const { seen, answer } = slowAnswer();
  await using receiver = await startReceiver(answer);
  const scene = await setScene({ url: receiver.url, maxInFlight: 1 });
  await manyTests(scene, 3);
  expect(receiver.received).toHaveLength(3);
  expect(seen.most).toBe(1);
});

test("while a test is under way, its place is taken for deliveries too", async () => {
  const arrived = Promise.withResolvers<() => void>();
  await using receiver = await startReceiver((_, response) => {
    arrived.resolve(() => response.writeHead(204).end());
    return "hang";
  });
  const scene = await setScene({ url: receiver.url, maxInFlight: 1 });
  const sending = testWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  const answerNow = await arrived.promise;
  await scene.sendOrders(1);
  const due = await findDueDestinations(db(), senders, "", 10_000);
  const destination = due.find(({ id }) => id === scene.webhook.id);
  if (!destination) throw new Error("The webhook is not due.");
  const claim = () => claimLimited(db(), randomUUID(), [{ destination, slots: 1 }]);
  expect(await claim()).toEqual([]);
  answerNow();
  await sending;
  expect(await claim()).toHaveLength(1);
});

test("a test uses up the pace of its webhook, and is refused with 429 while that leaves no room", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url, maxPerSecond: 1 });
  await manyTests(scene, 1);
  const own = eq(destinations.id, scene.webhook.id);
  const [row] = await db().select().from(destinations).where(own);
  expect(row?.pacedUntil).toBeInstanceOf(Date);
  await db().update(destinations).set({ pacedUntil: sql`now() + interval '1 hour'` }).where(own);
  await expect(manyTests(scene, 1)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 5 });
  expect(receiver.received).toHaveLength(1);
});
