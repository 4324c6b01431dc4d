import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "inngest/edge";
import { expect, onTestFinished, test, vi } from "vitest";
import { embeddedSigningKey, inngest } from "#inngest/client.ts";
import { allFunctions } from "#inngest/functions/all.ts";
import { startReceiver } from "#lib/deliveries/testing/receiver.ts";
import { setScene } from "#lib/deliveries/testing/scene.ts";
import { EmbeddedRunner } from "./runner.ts";

/** The sweep would find in its next minute what no wake-up has found. */
async function startWithoutSweep(): Promise<void> {
  const functions = allFunctions().filter((declared) => declared.id() !== "sweep");
  const handler = serve({ client: inngest(), functions, serveOrigin: "http://localhost" });
  const runner = new EmbeddedRunner(handler, embeddedSigningKey());
  await runner.start();
  onTestFinished(() => runner.stop());
}

test("no wake-up falls between two drains: each event is delivered by its own", async () => {
  await startWithoutSweep();
  await using receiver = await startReceiver();
  const scene = await setScene({ url: receiver.url });
  // Nothing else wakes the drain: an event whose wake-up is lost stays where it is. The pauses sweep over the time that
  // a drain takes after it has sent, so that some events come just as one ends.
  for (let index = 1; index <= 120; index += 1) {
    await scene.sendOrders();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(index), { timeout: 10_000, interval: 1 });
    await sleep(index % 40);
  }
}, 60_000);

test("a retry is sent when it falls due, not at the next sweep", async () => {
  await startWithoutSweep();
  await using receiver = await startReceiver(() => ({ status: receiver.received.length > 1 ? 204 : 500 }));
  const scene = await setScene({ url: receiver.url, retrySchedule: [2] });
  await scene.sendOrders();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(2), { timeout: 15_000, interval: 20 });
  const [first, second] = receiver.received;
  const waitedMs = (second?.receivedAt ?? 0) - (first?.receivedAt ?? 0);
  expect(waitedMs).toBeGreaterThan(1_500);
  await vi.waitFor(async () =>
    expect(await scene.theDelivery()).toMatchObject({ status: "delivered", attempts: 2 }),
  );
});
