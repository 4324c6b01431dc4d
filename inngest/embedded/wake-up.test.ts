import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { startEmbeddedRunner } from "./start.ts";

test("whenever an event is accepted it is delivered within a second: no wake-up falls between two drains", async () => {
  const runner = await startEmbeddedRunner();
  onTestFinished(() => runner?.stop());
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  const sentAt = new Map<string, number>();
  // The pauses sweep over the time that a drain takes, so that some events come just as one ends.
  for (let index = 0; index < 120; index += 1) {
    const [id] = await scene.sendOrders();
    sentAt.set(id ?? "", Date.now());
    await sleep(index % 60);
  }
  await vi.waitFor(() => expect(receiver.received).toHaveLength(120), { timeout: 5_000 });
  const waits = receiver.received.map(
    (request) => request.receivedAt - (sentAt.get(request.headers["webhook-id"] ?? "") ?? 0),
  );
  expect(Math.max(...waits)).toBeLessThan(1_000);
});

test("a retry is sent when it falls due, not at the next sweep", async () => {
  const runner = await startEmbeddedRunner();
  onTestFinished(() => runner?.stop());
  await using receiver = await startReceiver(() => ({ status: receiver.received.length > 1 ? 204 : 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [2] });
  await scene.sendOrders();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 8_000, interval: 20 });
  const [first, second] = receiver.received;
  const waitedMs = (second?.receivedAt ?? 0) - (first?.receivedAt ?? 0);
  expect(waitedMs).toBeGreaterThan(1_500);
  expect(waitedMs).toBeLessThan(3_600);
  await vi.waitFor(async () =>
    expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 2 }),
  );
});
