import { once } from "node:events";
import { createServer } from "node:http";
import { NextRequest } from "next/server";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { GET, PUT } from "#app/api/inngest/route.ts";

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
  "send-notices",
  "sweep",
  "sync-records",
];

test("/api/inngest answers the introspection with every function", async () => {
  const response = await GET(new NextRequest("http://localhost:3000/api/inngest"), {});
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ function_count: declared.length });
});

test("/api/inngest answers an in-band sync with every function, its triggers and its batching", async () => {
  const request = new NextRequest("http://localhost:3000/api/inngest", {
    method: "PUT",
    headers: { "x-inngest-sync-kind": "in_band", "content-type": "application/json" },
    body: JSON.stringify({ url: "http://localhost:3000/api/inngest" }),
  });
  const response = await PUT(request, {});
  expect(response.status).toBe(200);
  const { functions } = await response.json();
  expect(functions.map((entry: { id: string }) => entry.id).sort()).toEqual(
    declared.map((id) => `patchbay-${id}`),
  );
  const accept = functions.find((entry: { id: string }) => entry.id === "patchbay-accept-events");
  expect(accept.triggers).toContainEqual({ event: "order.paid" });
  expect(accept.batchEvents).toMatchObject({ maxSize: 100 });
});

test("with an Inngest server set the embedded runner stays off, and wake-ups go to the server, one for many", async () => {
  const received: { path: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url, body });
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ids: ["1"], status: 200 }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  vi.stubEnv("INNGEST_BASE_URL", `http://127.0.0.1:${port}`);
  vi.stubEnv("INNGEST_EVENT_KEY", "key-1");
  vi.stubEnv("INNGEST_SIGNING_KEY", `signkey-prod-${"ab".repeat(32)}`);
  vi.resetModules();
  const { startEmbeddedRunner } = await import("./embedded/start.ts");
  const { wakeDeliveries } = await import("#lib/deliveries/wake.ts");
  expect(await startEmbeddedRunner()).toBeNull();
  for (let index = 0; index < 50; index += 1) wakeDeliveries();
  // The first at once, and one more for all that were wanted meanwhile.
  await vi.waitFor(() => expect(received).toHaveLength(2), { timeout: 3_000 });
  expect(received[0]?.path).toBe("/e/key-1");
  expect(received[0]?.body).toContain("deliveries/ready");
});
