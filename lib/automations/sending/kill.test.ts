import { spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid, orderPlaced } from "#lib/events/catalogue/orders.ts";
import type { EventInput } from "#lib/events/schema.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import {
  holdSandboxServer,
  keepAnswers,
  loseAnswer,
  watchExchanges,
} from "#lib/providers/testing/sandbox-server.ts";
import { openStory } from "#lib/recipes/testing/open-story.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import type { Exchange } from "#lib/sandbox/testing/serve-sandbox.ts";
import { bundleProgram } from "#lib/testing/bundle-program.ts";

const providers = await loadProviders();

const releases: (() => Promise<void>)[] = [];
let program: Awaited<ReturnType<typeof bundleProgram>>;
beforeAll(async () => {
  program = await bundleProgram("lib/automations/sending/testing/run-process.ts");
  releases.push(program.remove);
  for (const provider of providers) releases.push(await holdSandboxServer(provider));
});
afterEach(() => {
  keepAnswers();
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** The restaurant of the brief: what a paid order makes, by app. */
async function openRestaurant() {
  const scene = await openStory("restaurant-orders");
  const kinds = { slack: "message", shopify: "order", mailchimp: "member", "google-sheets": "row" };
  const event = { id: "order-1", type: "order.paid", data: orderPaid.example };
  return withCounts(scene, kinds, event);
}

/** The shop of the brief: what a placed order makes, which its guest has agreed to pay by PayPal. */
async function openShop() {
  const scene = await openStory("shop-orders", {
    capture: { mode: "live", limit: { amount: 100_000, currency: "EUR" } },
  });
  const { ctx, getIntegrationId } = scene;
  const payment = { amount: 3_450, currency: "EUR", returnUrl: "https://shop.example/thanks" };
  const input = { id: getIntegrationId("paypal"), action: "create-order", input: payment };
  const { output } = await runIntegrationAction({ ctx, input });
  await runSandboxCommand({ ctx, input: { provider: "paypal", command: "approve-newest" } });
  const kinds = {
    woocommerce: "order",
    sendgrid: "email",
    hubspot: "contact",
    salesforce: "Lead",
    paypal: "capture",
  };
  const data = { ...orderPlaced.example, paypalOrderId: output.orderId };
  return withCounts(scene, kinds, { id: "order-1", type: "order.placed", data });
}

type Story = Awaited<ReturnType<typeof openStory>>;

async function withCounts(scene: Story, kinds: Record<string, string>, event: EventInput) {
  const count = async () => {
    const counts: [string, number][] = [];
    for (const [app, kind] of Object.entries(kinds)) counts.push([app, await scene.count(app, kind)]);
    return Object.fromEntries(counts);
  };
  // The answers that are lost are to be this merchant's, and not those of runs that other tests have left.
  await db().execute(sql`DELETE FROM delivery_queue WHERE merchant_id <> ${scene.ctx.merchantId}`);
  const before = await count();
  await acceptEvents({ ctx: scene.ctx, input: event });
  return {
    ...scene,
    once: Object.fromEntries(Object.entries(before).map(([app, total]) => [app, total + 1])),
    count,
    async stepsDone() {
      const rows = await db().execute(sql`SELECT position FROM delivery_steps
        WHERE merchant_id = ${scene.ctx.merchantId} AND status = 'succeeded'`);
      return rows.length;
    },
    /** The lease of a process that died has passed, and there are tries left. */
    async goOn() {
      await scene.makeDue();
      await db().execute(sql`UPDATE delivery_queue SET schedule_step = 0,
        leased_until = CASE WHEN leased_until IS NOT NULL THEN clock_timestamp() - interval '1 second' END
        WHERE merchant_id = ${scene.ctx.merchantId}`);
    },
  };
}

/** A request as it is known again: what is asked of which app. */
function formatCall({ method, path, requestBody }: Exchange): string {
  const operation = /\b(?:mutation|query)\s+\w+/.exec(requestBody)?.[0] ?? "";
  return `${method} ${path.split("?")[0]} ${operation}`;
}

/** Runs in a process of its own, which is killed as soon as it has made a request that none was killed at before. */
async function runAndKill(killedAt: Set<string>): Promise<boolean> {
  const runner = spawn(process.execPath, [program.path], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "test", NODE_OPTIONS: "" },
  });
  const exited = once(runner, "exit");
  let isKilled = false;
  const stop = watchExchanges((exchange) => {
    const name = formatCall(exchange);
    if (isKilled || killedAt.has(name)) return;
    killedAt.add(name);
    isKilled = true;
    runner.kill("SIGKILL");
  });
  await exited;
  stop();
  return isKilled;
}

describe.each([
  ["the restaurant", openRestaurant],
  ["the shop", openShop],
] as const)("%s has each thing once", (_, open) => {
  test("also where the process is killed (-9) at each request of each step", {
    timeout: 400_000,
  }, async () => {
    const story = await open();
    const killedAt = new Set<string>();
    while (await runAndKill(killedAt)) {
      expect(killedAt.size).toBeLessThan(60);
      await story.goOn();
    }
    // At least one for each step, and one more for each that looks before it writes.
    expect(killedAt.size).toBeGreaterThan(Object.keys(story.once).length);
    expect(await story.delivery()).toMatchObject({ status: "delivered" });
    expect(await story.count()).toEqual(story.once);
  });

  test("also where each answer of each step is lost", { timeout: 400_000 }, async () => {
    const story = await open();
    let done = 0;
    let lost = 0;
    for (let index = 0, round = 0; (await story.delivery()).status === "pending"; round += 1) {
      expect(round).toBeLessThan(80);
      loseAnswer(index);
      await story.drain();
      if (!keepAnswers()) lost += 1;
      // A step begins with its first request: once it is done, the next one's are lost from the first on.
      const now = await story.stepsDone();
      index = now > done ? 0 : index + 1;
      done = now;
      await story.goOn();
    }
    expect(await story.delivery()).toMatchObject({ status: "delivered" });
    // A lost answer to a question is asked for again at once where the connection was an old one.
    expect(lost).toBeGreaterThan(0);
    expect(await story.count()).toEqual(story.once);
  });
});
