import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { bundleProgram } from "#lib/testing/bundle-program.ts";
import { openPayments, type PaymentScene } from "./testing/payment-scene.ts";

let release: () => Promise<void>;
let program: Awaited<ReturnType<typeof bundleProgram>>;
beforeAll(async () => {
  program = await bundleProgram("lib/payments/testing/charge-process.ts");
  release = await holdSandboxServer(stripe);
});
afterAll(async () => {
  await release();
  await program.remove();
});

/** Asks in a process of its own, which is killed once it has made a request that none was killed at before. */
async function askAndKill(
  { ctx }: PaymentScene,
  asked: { what: "charge" | "refund"; key: string; input: object },
  killedAt: Set<string>,
): Promise<boolean> {
  const { what, key, input } = asked;
  const args = [program.path, ctx.merchantId, what, key, JSON.stringify(input)];
  const asking = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "test", NODE_OPTIONS: "" },
  });
  const exited = once(asking, "exit");
  let isKilled = false;
  const stop = watchExchanges(({ method, path }) => {
    const name = `${method} ${path.split("?")[0]}`;
    if (isKilled || killedAt.has(name)) return;
    killedAt.add(name);
    isKilled = true;
    asking.kill("SIGKILL");
  });
  await exited;
  stop();
  return isKilled;
}

test.each([
  ["on file", {}, "payment_intent", "succeeded"],
  [
    "by a page",
    { mode: "checkout", paymentMethod: undefined, returnUrl: "https://shop.example/" },
    "checkout_session",
    "waiting",
  ],
] as const)(
  "a payment %s is one, wherever the process that asks for it is killed (-9)",
  { timeout: 300_000 },
  async (_, over, kind, status) => {
    const scene = await openPayments();
    const before = await scene.count(kind);
    const asked = { what: "charge", key: newId("req"), input: { ...scene.asked, ...over } } as const;
    const killedAt = new Set<string>();
    while (await askAndKill(scene, asked, killedAt)) {
      expect(killedAt.size).toBeLessThan(20);
      for (const { id } of await scene.rows()) await scene.lookUp(id);
    }
    expect(killedAt.size).toBeGreaterThan(1);
    expect(await scene.charge(over, asked.key)).toMatchObject({ status });
    expect(await scene.rows()).toMatchObject([{ status, fee: 200 }]);
    expect(await scene.count(kind)).toBe(before + 1);
  },
);

test("a refund is one, wherever the process that asks for it is killed (-9)", {
  timeout: 300_000,
}, async () => {
  const scene = await openPayments();
  const { id } = await scene.charge();
  const before = await scene.count("refund");
  const asked = { what: "refund", key: newId("req"), input: { id, amount: 2_000 } } as const;
  const killedAt = new Set<string>();
  while (await askAndKill(scene, asked, killedAt)) {
    expect(killedAt.size).toBeLessThan(20);
    for (const refund of await scene.refundRows()) await scene.lookUpRefund(refund.id);
  }
  expect(killedAt.size).toBeGreaterThan(1);
  expect(await scene.refund(id, { amount: 2_000 }, asked.key)).toMatchObject({ status: "succeeded" });
  expect(await scene.refundRows()).toMatchObject([{ status: "succeeded", amount: 2_000, feeRefunded: 80 }]);
  expect(await scene.count("refund")).toBe(before + 1);
});
