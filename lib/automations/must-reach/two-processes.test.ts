import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { raiseUnreached } from "./raise-unreached.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const worker = fileURLToPath(new URL("../testing/raise-worker.ts", import.meta.url));

async function startWorker() {
  const child: ChildProcess = spawn(process.execPath, [worker], { stdio: ["pipe", "pipe", "inherit"] });
  if (!child.stdout) throw new Error("The worker has no output.");
  const lines = createInterface({ input: child.stdout });
  await once(lines, "line");
  const ended = once(child, "exit");
  return { child, ended, go: () => child.stdin?.write("go\n") };
}

/** An order whose row was not written in time; its second way is a message in Slack. */
async function missOne() {
  const kitchen = await openKitchen(({ message, row }) => {
    const { integrationId, action, mapping } = message;
    return {
      steps: [{ ...row, mustReach: { withinSeconds: 60, otherwise: { integrationId, action, mapping } } }],
    };
  });
  const { merchantId } = kitchen.ctx;
  await switchFaultOn({ merchantId, provider: "google-sheets", kind: "server_error", times: 50 });
  await kitchen.send();
  await kitchen.drain();
  const timeIsUp = () =>
    db().execute(
      sql`UPDATE must_reach SET due_at = now() WHERE merchant_id = ${merchantId} AND status <> 'reached'`,
    );
  await timeIsUp();
  const code = async () => {
    const [row] = await db().execute<{ code: string | null }>(
      sql`SELECT code FROM must_reach WHERE merchant_id = ${merchantId}`,
    );
    return row?.code;
  };
  return { ...kitchen, timeIsUp, code };
}

test("two processes that look at once go the second way once", async () => {
  const { made, code } = await missOne();
  const workers = await Promise.all([startWorker(), startWorker()]);
  for (const { go } of workers) go();
  await Promise.all(workers.map(({ ended }) => ended));
  expect(await made()).toEqual({ messages: 1, rows: 0 });
  expect(await code()).toBe("second_way_done");
});

test("a process that is killed before it can write down what the app did leaves it to the next, which does not do it again", async () => {
  const { made, code, timeIsUp, ctx } = await missOne();
  const { child, ended, go } = await startWorker();
  await db().transaction(async (tx) => {
    const killed = new Promise<void>((resolve) => {
      const stop = watchExchanges(({ path }) => {
        // The card is raised by now, and what came of the second way cannot be written while we hold its row.
        if (path.includes("conversations.history")) {
          void tx.execute(sql`SELECT 1 FROM must_reach WHERE merchant_id = ${ctx.merchantId} FOR UPDATE`);
        }
        if (!path.includes("chat.postMessage")) return;
        child.kill("SIGKILL");
        stop();
        resolve();
      });
    });
    go();
    await killed;
    await ended;
  });
  expect(child.signalCode).toBe("SIGKILL");
  expect(await code()).toBeNull();
  expect(await made()).toEqual({ messages: 1, rows: 0 });
  await timeIsUp();
  await raiseUnreached({ budgetMs: 20_000 });
  expect(await made()).toEqual({ messages: 1, rows: 0 });
  expect(await code()).toBe("second_way_done");
});
