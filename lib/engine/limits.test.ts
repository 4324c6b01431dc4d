import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { senders } from "#lib/destinations/senders.ts";
import { findDueDestinations } from "./due.ts";
import { claimLimited } from "./pace.ts";

test("maxInFlight: never more requests at a time than the webhook takes", async () => {
  let open = 0;
  let most = 0;
  await using receiver = await startReceiver((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.writeHead(204).end();
    }, 20);
    return "hang";
  });
  const scene = await setScene({ url: receiver.url, maxInFlight: 3 });
  await scene.sendOrders(30);
  await scene.drain();
  expect(receiver.received).toHaveLength(30);
  expect(most).toBeLessThanOrEqual(3);
});

test("maxPerSecond: no request comes sooner than the webhook takes it", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url, maxPerSecond: 20 });
  await scene.sendOrders(50);
  const from = Date.now();
  await scene.drain();
  const after = receiver.received.map(({ receivedAt }) => receivedAt - from);
  expect(after).toHaveLength(50);
  // Two at once, then one each 50 ms. A busy machine may send some of them late, and together.
  const tooSoon = after.filter((ms, index) => ms < (index - 1) * 50 - 5);
  expect(tooSoon).toEqual([]);
});

test("maxInFlight holds over processes that claim at the same moment", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url, maxInFlight: 5 });
  await scene.sendOrders(50);
  const due = await findDueDestinations(db(), senders, "", 10_000);
  const destination = due.find((candidate) => candidate.id === scene.webhook.id);
  if (!destination) throw new Error("The webhook is not due.");
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => claimLimited(db(), randomUUID(), [{ destination, slots: 50 }])),
  );
  expect(claims.flat()).toHaveLength(5);
});
