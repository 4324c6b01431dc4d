import { once } from "node:events";
import { createServer } from "node:http";
import { NextRequest } from "next/server";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { GET, POST, PUT } from "#app/api/inngest/route.ts";
import { embeddedSigningKey } from "./client.ts";
import { askForFunctions } from "./embedded/call-function.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const declared = [
  "accept-events",
  "check-integrations",
  "drain-deliveries",
  "prune-history",
  "refresh-credentials",
  "reseal-secrets",
  "send-account-mails",
  "send-notices",
  "sweep",
  "sync-records",
];

test("/api/inngest tells nothing to whoever does not sign", async () => {
  const response = await GET(new NextRequest("http://localhost:3000/api/inngest"), {});
  expect(response.status).toBe(401);
  expect(await response.text()).not.toContain("function_count");
});

test("/api/inngest answers a signed in-band sync with every function, its triggers and its batching", async () => {
  const answer = await askForFunctions((request) => PUT(new NextRequest(request), {}), embeddedSigningKey());
  const { functions } = z.object({ functions: z.array(z.any()) }).parse(answer);
  expect(functions.map((entry: { id: string }) => entry.id).sort()).toEqual(
    declared.map((id) => `patchbay-${id}`),
  );
  const accept = functions.find((entry: { id: string }) => entry.id === "patchbay-accept-events");
  expect(accept.triggers).toContainEqual({ event: "order.paid" });
  expect(accept.batchEvents).toMatchObject({ maxSize: 100 });
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
  expect(functions).toHaveLength(declared.length);
  expect(JSON.stringify(functions)).not.toContain("evil");
  expect(JSON.stringify(functions)).toContain("https://patchbay.example/api/inngest?fnId=");
});

test("with an Inngest server set the embedded runner stays off, and wake-ups go to the server, one for many", async () => {
  const received = await playInngest();
  const { startEmbeddedRunner } = await import("./embedded/start.ts");
  const { wakeDeliveries } = await import("#lib/deliveries/wake.ts");
  expect(await startEmbeddedRunner()).toBeNull();
  for (let index = 0; index < 50; index += 1) wakeDeliveries();
  // The first at once, and one more for all that were wanted meanwhile.
  await vi.waitFor(() => expect(received).toHaveLength(2), { timeout: 3_000 });
  expect(received[0]?.path).toBe("/e/key-1");
  expect(received[0]?.body).toContain("deliveries/ready");
});
