import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { startStandIn } from "./testing/stand-in.ts";

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://patchbay.example");
  globalThis.patchbayRegistration = undefined;
  globalThis.patchbayInngestState = undefined;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

function setUp(settings: Record<string, string>): void {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  globalThis.patchbayInngestState = undefined;
  vi.resetModules();
}

async function register(): Promise<void> {
  const { registerFunctions } = await import("./register.ts");
  await registerFunctions(AbortSignal.timeout(20_000));
}

async function askOnce() {
  const { GET } = await import("#app/api/ready/route.ts");
  const response = await GET();
  return { status: response.status, ...(await response.json()) };
}

const tooLate = { state: "unreachable", detail: "It did not answer in time." };

/** What /api/ready answers. Where a busy machine made the server's answer late, it is asked again. */
async function ready(): Promise<Awaited<ReturnType<typeof askOnce>>> {
  const answer = await askOnce();
  if (answer.inngest?.detail !== tooLate.detail) return answer;
  globalThis.patchbayInngestState = undefined;
  return ready();
}

async function withEngine() {
  const { startEngine } = await import("./start.ts");
  const runner = startEngine();
  onTestFinished(() => runner?.stop());
}

test("/api/ready says that the Inngest server has our functions", async () => {
  await using standIn = await startStandIn();
  setUp(standIn.settings);
  await withEngine();
  await register();
  expect(await ready()).toMatchObject({
    status: 200,
    engine: "embedded",
    inngest: { state: "registered", detail: null },
  });
});

test("/api/ready says that the Inngest server has no functions of ours", async () => {
  await using standIn = await startStandIn();
  setUp(standIn.settings);
  await withEngine();
  expect(await ready()).toMatchObject({
    status: 200,
    inngest: { state: "not registered", detail: "The server has no function of ours." },
  });
});

test("/api/ready says that another address is registered in place of ours, and which", async () => {
  await using standIn = await startStandIn();
  setUp({ ...standIn.settings, APP_URL: "https://elsewhere.example" });
  await register();
  setUp({ APP_URL: "https://patchbay.example" });
  await withEngine();
  expect(await ready()).toMatchObject({
    status: 200,
    inngest: {
      state: "registered elsewhere",
      detail: "At https://elsewhere.example/api/inngest instead of https://patchbay.example/api/inngest.",
    },
  });
});

test("/api/ready says that the signing key is refused, in the server's words", async () => {
  await using standIn = await startStandIn();
  setUp({ ...standIn.settings, INNGEST_SIGNING_KEY: `signkey-prod-${"cd".repeat(32)}` });
  await withEngine();
  expect(await ready()).toMatchObject({
    inngest: { state: "signing key refused", detail: "401 Authentication failed" },
  });
});

test("/api/ready says that the event key is refused, in the server's words", async () => {
  await using standIn = await startStandIn();
  setUp(standIn.settings);
  await register();
  setUp({ INNGEST_EVENT_KEY: "wrong" });
  await withEngine();
  const { inngest } = await ready();
  expect(inngest.state).toBe("event key refused");
  expect(inngest.detail).toContain("Event key not found");
});

test("/api/ready says that nothing listens there", async () => {
  await using standIn = await startStandIn();
  setUp(standIn.settings);
  await withEngine();
  await standIn.goAway();
  const { status, inngest } = await ready();
  expect(status).toBe(200);
  expect(inngest.state).toBe("unreachable");
  expect(inngest.detail).toContain("ECONNREFUSED");
});

/** A server that takes requests and answers none, or answers as told. */
async function playServer(status: number | null, body = "") {
  const server = createServer((_, response) => {
    if (status !== null) response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    INNGEST_BASE_URL: `http://127.0.0.1:${port}`,
    INNGEST_EVENT_KEY: "key",
    INNGEST_SIGNING_KEY: `signkey-prod-${"ab".repeat(32)}`,
  };
}

test("/api/ready answers within 3 s though the Inngest server says nothing", async () => {
  setUp(await playServer(null));
  await withEngine();
  // A timer of this process, which the machine holds up as much as the answer.
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error("It answers late.")), 3_000);
    onTestFinished(() => clearTimeout(timer));
  });
  const { inngest } = await Promise.race([askOnce(), late]);
  expect(inngest).toEqual(tooLate);
});

test("of a server that does not tell what it has, our own registration is believed", async () => {
  setUp(await playServer(404, "404 page not found"));
  await withEngine();
  expect((await ready()).inngest.state).toBe("not registered");
  const { noteRegistration } = await import("./server-state.ts");
  noteRegistration({ state: "registered", detail: null });
  expect((await ready()).inngest.state).toBe("registered");
});

test.each([
  [500, "internal error"],
  [200, "<html>a proxy's page</html>"],
  [200, "null"],
  [200, '{"data": null}'],
  [502, ""],
])("an answer of %i %s is no registration, and breaks nothing", async (status, body) => {
  setUp(await playServer(status, body));
  await withEngine();
  expect((await ready()).inngest.state).toBe("not registered");
});

test("with ENGINE=inngest an instance is not ready until the server has its functions, and stays so while it is away", async () => {
  await using standIn = await startStandIn();
  setUp({ ...standIn.settings, ENGINE: "inngest" });
  await withEngine();
  expect(await ready()).toMatchObject({ status: 503, isReady: false, engine: "inngest" });
  await register();
  expect(await ready()).toMatchObject({ status: 200, isReady: true });
  await standIn.goAway();
  globalThis.patchbayInngestState = undefined;
  expect(await ready()).toMatchObject({ status: 200, inngest: { state: "unreachable" } });
});

test("without an Inngest server /api/ready says nothing of one", async () => {
  setUp({ INNGEST_BASE_URL: "", INNGEST_EVENT_KEY: "", INNGEST_SIGNING_KEY: "" });
  expect(await ready()).toMatchObject({ status: 503, engine: "not running" });
  await withEngine();
  const answer = await ready();
  expect(answer).toMatchObject({ status: 200, isReady: true, engine: "embedded" });
  expect(answer).not.toHaveProperty("inngest");
});

test("crons run in this process without an Inngest server, and while it is away, does not know us or refuses us", async () => {
  const areCronsOurs = async () => {
    globalThis.patchbayInngestState = undefined;
    return (await import("./start.ts")).areCronsOurs();
  };
  setUp({ INNGEST_BASE_URL: "", INNGEST_EVENT_KEY: "", INNGEST_SIGNING_KEY: "" });
  await expect.poll(areCronsOurs).toBe(true);
  await using standIn = await startStandIn();
  setUp(standIn.settings);
  await expect.poll(areCronsOurs).toBe(true);
  await register();
  await expect.poll(areCronsOurs).toBe(false);
  setUp({ INNGEST_EVENT_KEY: "wrong" });
  await expect.poll(areCronsOurs).toBe(true);
  setUp(standIn.settings);
  await standIn.goAway();
  await expect.poll(areCronsOurs).toBe(true);
  await standIn.comeBack();
  await expect.poll(areCronsOurs).toBe(false);
});

test("a cron that someone else runs is left to it", async () => {
  const { JobRunner } = await import("#lib/jobs/runner/job-runner.ts");
  const { defineJob } = await import("#lib/jobs/define-job.ts");
  const answers = [false, true];
  const runs = vi.fn(async () => {});
  const asked = vi.fn(async () => answers.shift() ?? false);
  const runner = new JobRunner([defineJob({ id: "a", name: "A", cron: "* * * * * *", run: runs })], asked);
  runner.start();
  onTestFinished(() => runner.stop());
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThanOrEqual(3), { timeout: 30_000 });
  expect(runs).toHaveBeenCalledTimes(1);
});
