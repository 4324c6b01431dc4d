import { once } from "node:events";
import { createServer } from "node:http";
import { NextRequest } from "next/server";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { GET, POST, PUT } from "#app/api/inngest/route.ts";
import { allJobs } from "#lib/jobs/all-jobs.ts";
import { signCall } from "./testing/sign-call.ts";
import { startStandIn } from "./testing/stand-in.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("every job is declared once, and none that works off rows is batched: a batch ignores a time to come", () => {
  expect(allJobs.map(({ id }) => id).sort()).toEqual([
    "accept-events",
    "announce-events",
    "attribute-charges",
    "check-automations",
    "check-integrations",
    "check-roll-ups",
    "drain-deliveries",
    "look-up-payments",
    "prune-history",
    "raise-unreached",
    "read-books",
    "refresh-credentials",
    "reseal-secrets",
    "send-account-mails",
    "send-notices",
    "sync-records",
    "tick",
  ]);
  expect(allJobs.filter(({ queue, batch }) => queue && batch)).toEqual([]);
  expect(allJobs.filter(({ cron }) => cron === "* * * * *").map(({ id }) => id)).toEqual(["tick"]);
});

test("/api/inngest tells nothing to whoever does not sign", async () => {
  const response = await GET(new NextRequest("http://localhost:3000/api/inngest"), {});
  expect(response.status).toBe(401);
  expect(await response.text()).not.toContain("function_count");
});

/** The route of an app that is set up for an Inngest server, and calls of it that are signed with a key. */
async function openRoute() {
  await using standIn = await startStandIn();
  for (const [name, value] of Object.entries(standIn.settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const route = await import("#app/api/inngest/route.ts");
  const address = "http://localhost:3000/api/inngest";
  return {
    key: standIn.settings.INNGEST_SIGNING_KEY,
    sync: (key: string) => {
      const { headers, body } = signCall({ url: address }, key);
      const inBand = { ...headers, "x-inngest-sync-kind": "in_band" };
      return route.PUT(new NextRequest(address, { method: "PUT", headers: inBand, body }), {});
    },
    run: (key: string, change: (text: string) => string = (text) => text) => {
      const stack = { stack: [], current: 0 };
      const event = { name: "inngest/scheduled.timer", data: { n: 1 }, ts: 1 };
      const call = { ctx: { run_id: "1", attempt: 0, stack }, event, events: [event], steps: {}, version: 2 };
      const { headers, body } = signCall(call, key);
      const url = `${address}?fnId=patchbay-tick&stepId=step`;
      return route.POST(new NextRequest(url, { method: "POST", headers, body: change(body) }), {});
    },
  };
}

test("/api/inngest answers a signed in-band sync with every job, its triggers and its batching", async () => {
  const { key, sync } = await openRoute();
  const { functions } = await (await sync(key)).json();
  expect(functions.map((entry: { id: string }) => entry.id).sort()).toEqual(
    allJobs.map(({ id }) => `patchbay-${id}`).sort(),
  );
  const accept = functions.find((entry: { id: string }) => entry.id === "patchbay-accept-events");
  expect(accept.triggers).toContainEqual({ event: "order.paid" });
  expect(accept.batchEvents).toMatchObject({ maxSize: 100 });
});

test("a call that is signed with the server's key runs a job; with another, or changed by a letter, it does not", async () => {
  const { key, run, sync } = await openRoute();
  const wrongKey = `signkey-prod-${"cd".repeat(32)}`;
  expect((await run(wrongKey)).status).toBe(401);
  expect((await run(key, (text) => text.replace('"n":1', '"n":2'))).status).toBe(401);
  expect((await sync(wrongKey)).status).toBe(401);
  expect((await run(key)).status).toBe(200);
});

test("what is not signed runs nothing, syncs nothing and learns nothing, in development too", async () => {
  vi.stubEnv("NODE_ENV", "development");
  const ask = (method: "PUT" | "POST", headers: Record<string, string>) =>
    new NextRequest("http://localhost:3000/api/inngest?fnId=patchbay-prune-history&stepId=step", {
      method,
      headers: { "content-type": "application/json", host: "evil.example", ...headers },
      body: JSON.stringify({
        url: "http://evil.example/api/inngest",
        ctx: {},
        event: {},
        events: [],
        steps: {},
      }),
    });
  expect((await POST(ask("POST", {}), {})).status).toBe(401);
  expect((await PUT(ask("PUT", { "x-inngest-sync-kind": "in_band" }), {})).status).toBe(401);
  expect((await PUT(ask("PUT", {}), {})).status).toBe(405);
});

/** An Inngest server that is played: what it was told is kept. The app is set up for it. */
async function playInngest() {
  const received: { path: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url, body });
    // The first registration finds it starting.
    const status = request.url === "/fn/register" && received.length === 1 ? 503 : 200;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ ids: ["1"], status }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  vi.stubEnv("INNGEST_BASE_URL", `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  vi.stubEnv("INNGEST_EVENT_KEY", "key-1");
  vi.stubEnv("INNGEST_SIGNING_KEY", `signkey-prod-${"ab".repeat(32)}`);
  vi.resetModules();
  return received;
}

test("an Inngest server is told of APP_URL when we start, tries until it is there, and of nobody's Host", async () => {
  vi.stubEnv("APP_URL", "https://patchbay.example");
  const received = await playInngest();
  const { registerFunctions } = await import("./register.ts");
  await registerFunctions(AbortSignal.timeout(20_000));
  const { PUT: put } = await import("#app/api/inngest/route.ts");
  const stranger = new NextRequest("http://evil.example/api/inngest", {
    method: "PUT",
    headers: { host: "evil.example" },
  });
  expect((await put(stranger, {})).status).toBe(405);
  expect(received.map(({ path }) => path)).toEqual(["/fn/register", "/fn/register"]);
  const { url, functions } = JSON.parse(received[1]?.body ?? "");
  expect(url).toBe("https://patchbay.example/api/inngest");
  expect(functions).toHaveLength(allJobs.length);
  expect(JSON.stringify(functions)).not.toContain("evil");
  expect(JSON.stringify(functions)).toContain("https://patchbay.example/api/inngest?fnId=");
});

const wakeUps = async () => {
  const { wakeDeliveries, wakeDeliveriesAt } = await import("#lib/engine/wake.ts");
  const dueAt = new Date(Date.now() + 60 * 60_000);
  for (let index = 0; index < 50; index += 1) wakeDeliveries();
  for (let index = 0; index < 3; index += 1) wakeDeliveriesAt(dueAt);
  return dueAt;
};

test("with ENGINE=inngest wake-ups go to the server, one for many, and one of a time to come carries its time", async () => {
  vi.stubEnv("ENGINE", "inngest");
  await using standIn = await startStandIn();
  for (const [name, value] of Object.entries(standIn.settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { startEngine } = await import("./start.ts");
  expect(startEngine()).toBeNull();
  const dueAt = await wakeUps();
  // The first at once, and one more for all that were wanted meanwhile; three of one moment are one by their id.
  await expect.poll(() => standIn.events).toHaveLength(5);
  expect(new Set(standIn.events.map(({ name }) => name))).toEqual(new Set(["deliveries/ready"]));
  const later = standIn.events.filter(({ ts }) => ts === dueAt.getTime());
  expect(later).toHaveLength(3);
  expect(new Set(later.map(({ id }) => id)).size).toBe(1);
});

test("a process that delivers on its own asks the server for no wake-up, also where there is one", async () => {
  await using standIn = await startStandIn();
  for (const [name, value] of Object.entries(standIn.settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { startEngine } = await import("./start.ts");
  const runner = startEngine();
  onTestFinished(() => runner?.stop());
  await wakeUps();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(standIn.events).toEqual([]);
});
