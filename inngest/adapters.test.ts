import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Job } from "#lib/jobs/define-job.ts";
import { serveOverHttp } from "./testing/serve-functions.ts";
import { startStandIn } from "./testing/stand-in.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

type Sent = { id?: string; name: string; ts?: number; data?: object };
type Engine = { send(event: Sent): Promise<void> };

/** Has the jobs run in this process. */
async function startEmbedded(declare: Declare): Promise<Engine> {
  const { JobRunner } = await import("#lib/jobs/runner/job-runner.ts");
  const runner = new JobRunner(declare(await import("#lib/jobs/define-job.ts")));
  runner.start();
  onTestFinished(() => runner.stop());
  return {
    send: async ({ data = {}, ...event }) => runner.receive({ ...event, data }),
  };
}

/** Has the jobs run by calls of an Inngest server. */
async function startWithInngest(declare: Declare): Promise<Engine> {
  const standIn = await startStandIn({ retryMs: 50 });
  for (const [name, value] of Object.entries(standIn.settings)) vi.stubEnv(name, value);
  vi.stubEnv("ENGINE", "inngest");
  vi.resetModules();
  const { inngest } = await import("./client.ts");
  const { toFunction } = await import("./functions.ts");
  const { serve } = await import("inngest/edge");
  const jobs = declare(await import("#lib/jobs/define-job.ts"));
  let handler = async (_: Request) => new Response(null, { status: 503 });
  const app = await serveOverHttp((request) => handler(request));
  handler = serve({
    client: inngest(),
    functions: jobs.map(toFunction),
    serveOrigin: app.origin,
    servePath: "/api/inngest",
  });
  const { host } = new URL(app.origin);
  const registered = await handler(
    new Request(`${app.origin}/api/inngest`, { method: "PUT", headers: { host } }),
  );
  expect(await registered.text()).toContain("uccess");
  onTestFinished(async () => {
    await standIn[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });
  return {
    async send({ id, ts, data = {}, name }) {
      await inngest().send({ name, data, ...(id && { id }), ...(ts && { ts }) });
    },
  };
}

type Declare = (kit: typeof import("#lib/jobs/define-job.ts")) => Job[];

describe.each([
  ["embedded", startEmbedded],
  ["an Inngest server", startWithInngest],
] as const)("%s", (_, start) => {
  test("an event wakes the jobs that listen to it, with its data, and no other", async () => {
    const got = vi.fn();
    const other = vi.fn();
    const engine = await start(({ defineJob }) => [
      defineJob({
        id: "a",
        name: "A",
        events: ["sync/ready", "notices/ready"],
        run: async ([event]) => got(event?.name, event?.data),
      }),
      defineJob({ id: "b", name: "B", events: ["secrets/reseal"], run: async () => other() }),
    ]);
    await engine.send({ name: "sync/ready", data: { n: 1 } });
    await vi.waitFor(() => expect(got).toHaveBeenCalledWith("sync/ready", { n: 1 }), { timeout: 30_000 });
    await engine.send({ name: "notices/ready", data: { n: 2 } });
    await vi.waitFor(() => expect(got).toHaveBeenCalledWith("notices/ready", { n: 2 }), { timeout: 30_000 });
    expect(got).toHaveBeenCalledTimes(2);
    expect(other).not.toHaveBeenCalled();
  });

  test("a job that is not batched gets each event on its own, one run at a time; another gets them together", async () => {
    const single: number[] = [];
    const batches: number[] = [];
    let underWay = 0;
    let most = 0;
    const engine = await start(({ defineJob }) => [
      defineJob({
        id: "single",
        name: "Single",
        events: ["sync/ready"],
        async run(events) {
          underWay += 1;
          most = Math.max(most, underWay);
          await sleep(5);
          underWay -= 1;
          single.push(events.length);
        },
      }),
      defineJob({
        id: "batched",
        name: "Batched",
        events: ["sync/ready"],
        batch: { maxSize: 4, timeoutSeconds: 1 },
        async run(events) {
          await sleep(20);
          batches.push(events.length);
        },
      }),
    ]);
    for (let index = 0; index < 10; index += 1) await engine.send({ name: "sync/ready" });
    const sum = (numbers: readonly number[]) => numbers.reduce((total, size) => total + size, 0);
    await vi.waitFor(() => expect([sum(single), sum(batches)]).toEqual([10, 10]), { timeout: 30_000 });
    expect(single).toEqual(Array(10).fill(1));
    expect(most).toBe(1);
    expect(Math.max(...batches)).toBeLessThanOrEqual(4);
    expect(batches.length).toBeLessThan(10);
  });

  test("a run that fails is tried again as often as the job says, with the same events, and then given up", async () => {
    const tried: unknown[] = [];
    const once: unknown[] = [];
    const engine = await start(({ defineJob }) => [
      defineJob({
        id: "a",
        name: "A",
        events: ["sync/ready"],
        retries: 1,
        async run([event]) {
          tried.push(event?.data);
          throw new Error("database away");
        },
      }),
      defineJob({
        id: "b",
        name: "B",
        events: ["sync/ready"],
        retries: 0,
        async run([event]) {
          once.push(event?.data);
          throw new Error("database away");
        },
      }),
    ]);
    await engine.send({ name: "sync/ready", data: { n: 1 } });
    await vi.waitFor(() => expect(tried).toEqual([{ n: 1 }, { n: 1 }]), { timeout: 30_000 });
    // Its turn comes once the first has no try left.
    await engine.send({ name: "sync/ready", data: { n: 2 } });
    await vi.waitFor(() => expect(tried).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }, { n: 2 }]), {
      timeout: 30_000,
    });
    expect(once).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("an event whose payload is not the declared one runs nothing", async () => {
    const runs = vi.fn();
    const engine = await start(({ defineJob }) => [
      defineJob({
        id: "a",
        name: "A",
        events: ["sync/ready"],
        retries: 0,
        run: async (events) => runs(events),
      }),
    ]);
    // As only a program that is none of ours would send it.
    await engine.send({ name: "sync/ready", data: [] });
    await engine.send({ name: "sync/ready", data: { n: 2 } });
    await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(1), { timeout: 30_000 });
    expect(runs.mock.calls[0]?.[0]).toMatchObject([{ data: { n: 2 } }]);
  });

  test("a job with a cron runs by the clock, without an event", async () => {
    const runs = vi.fn();
    await start(({ defineJob }) => [
      defineJob({ id: "a", name: "A", cron: "* * * * * *", retries: 0, run: async () => runs() }),
    ]);
    await vi.waitFor(() => expect(runs.mock.calls.length).toBeGreaterThanOrEqual(2), { timeout: 30_000 });
  });

  test("a queue is drained when woken, and again when its next row falls due: not before, and once", async () => {
    const drains: number[] = [];
    let dueAt: number | null = null;
    const engine = await start(({ defineQueue }) => [
      defineQueue({
        id: "a",
        name: "A",
        event: "sync/ready",
        pollMs: 60_000,
        async drain() {
          drains.push(Date.now());
          if (dueAt !== null && dueAt <= Date.now()) dueAt = null;
          return { nextDueAt: dueAt === null ? null : new Date(dueAt) };
        },
        findNextDueAt: async () => (dueAt === null ? null : new Date(dueAt)),
      }),
    ]);
    // The runner of this process looks at once when it starts.
    await sleep(100);
    const before = drains.length;
    dueAt = Date.now() + 1_500;
    const at = dueAt;
    for (let index = 0; index < 3; index += 1) await engine.send({ name: "sync/ready" });
    await vi.waitFor(() => expect(drains.length).toBeGreaterThan(before), { timeout: 30_000 });
    await vi.waitFor(() => expect(drains.filter((drainedAt) => drainedAt >= at)).toHaveLength(1), {
      timeout: 30_000,
    });
    await sleep(500);
    expect(drains.filter((drainedAt) => drainedAt >= at)).toHaveLength(1);
    expect(drains.length).toBeLessThanOrEqual(before + 4);
  });
});
