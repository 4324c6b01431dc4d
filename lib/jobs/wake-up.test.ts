import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { drainDeliveriesJob } from "./list/drain-deliveries.ts";
import { JobRunner } from "./runner/job-runner.ts";

/** A runner that looks for nothing on its own: what it is not woken for stays where it is. */
function startWithoutLooks(): void {
  const queue = { ...drainDeliveriesJob.queue, pollMs: 600_000 };
  const runner = new JobRunner([{ ...drainDeliveriesJob, queue }]);
  runner.start();
  onTestFinished(() => runner.stop());
}

test("no wake-up falls between two drains: each event is delivered by its own", async () => {
  startWithoutLooks();
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  // The pauses sweep over the time that a drain takes after it has sent, so that some events come just as one ends.
  for (let index = 1; index <= 120; index += 1) {
    await scene.sendOrders();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(index), { timeout: 30_000, interval: 1 });
    await sleep(index % 40);
  }
}, 120_000);

test("a retry is sent when it falls due, not at the next look", async () => {
  startWithoutLooks();
  await using receiver = await startReceiver(() => ({ status: receiver.received.length > 1 ? 204 : 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [2] });
  await scene.sendOrders();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 30_000, interval: 20 });
  const [first, second] = receiver.received;
  const waitedMs = (second?.receivedAt ?? 0) - (first?.receivedAt ?? 0);
  expect(waitedMs).toBeGreaterThan(1_500);
  await expect.poll(() => scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 2 });
});

test("what was accepted while no process lived is sent when one starts", async () => {
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  await scene.sendOrders(3);
  expect(receiver.received).toHaveLength(0);
  startWithoutLooks();
  await expect.poll(() => receiver.received).toHaveLength(3);
});

test.each([-3_600_000, 3_600_000])(
  "a retry is sent at its time though the clock of this process is wrong by %i ms",
  async (wrongByMs) => {
    const trueNow = Date.now.bind(Date);
    const clock = vi.spyOn(Date, "now").mockImplementation(() => trueNow() + wrongByMs);
    onTestFinished(() => clock.mockRestore());
    startWithoutLooks();
    await using receiver = await startReceiver(() => ({ status: receiver.received.length > 1 ? 204 : 500 }));
    const scene = await setScene({ url: receiver.url, retrySchedule: [2] });
    await scene.sendOrders();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 30_000, interval: 20 });
    const [first, second] = receiver.received;
    expect((second?.receivedAt ?? 0) - (first?.receivedAt ?? 0)).toBeGreaterThan(1_500);
  },
);
