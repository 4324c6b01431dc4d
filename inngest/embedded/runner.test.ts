import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { expect, onTestFinished, test, vi } from "vitest";
import { allFunctions } from "#inngest/functions/all.ts";
import { embeddedFetch } from "./inbox.ts";
import { EmbeddedRunner } from "./runner.ts";

const signingKey = `signkey-prod-${"ab".repeat(32)}`;

function createClient() {
  return new Inngest({
    id: "test",
    isDev: false,
    baseUrl: "http://embedded.invalid",
    eventKey: "embedded",
    signingKey,
    fetch: embeddedFetch,
  });
}

async function startRunner(
  client: Inngest,
  functions: ReturnType<Inngest["createFunction"]>[],
  key = signingKey,
) {
  const runner = new EmbeddedRunner(serve({ client, functions, serveOrigin: "http://localhost" }), key);
  await runner.start();
  onTestFinished(() => runner.stop());
  return runner;
}

test("an event wakes the functions that listen for it, with its data", async () => {
  const client = createClient();
  const got = vi.fn();
  const listening = client.createFunction({ id: "a", triggers: [{ event: "x/y" }] }, ({ event }) =>
    got(event.data),
  );
  const other = client.createFunction({ id: "b", triggers: [{ event: "z" }] }, () => got("never"));
  await startRunner(client, [listening, other]);
  await client.send({ name: "x/y", data: { n: 1 } });
  await vi.waitFor(() => expect(got).toHaveBeenCalledWith({ n: 1 }));
  expect(got).toHaveBeenCalledTimes(1);
});

test("events that come while a run is under way go together into the next", async () => {
  const client = createClient();
  const batches: number[] = [];
  let finishFirst = () => {};
  const first = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  const batching = client.createFunction(
    { id: "a", triggers: [{ event: "x" }], batchEvents: { maxSize: 50, timeout: "1s" } },
    async ({ events }) => {
      batches.push(events.length);
      if (batches.length === 1) await first;
    },
  );
  await startRunner(client, [batching]);
  await client.send({ name: "x" });
  await vi.waitFor(() => expect(batches).toEqual([1]));
  for (let index = 0; index < 60; index += 1) await client.send({ name: "x" });
  finishFirst();
  await vi.waitFor(() => expect(batches).toEqual([1, 50, 10]));
});

test("a failed run is tried again, as often as the function says", async () => {
  const client = createClient();
  const runs: unknown[] = [];
  const failing = client.createFunction({ id: "a", triggers: [{ event: "x" }], retries: 1 }, ({ event }) => {
    runs.push(event.data.n);
    throw new Error("database away");
  });
  await startRunner(client, [failing]);
  await client.send({ name: "x", data: { n: 1 } });
  await vi.waitFor(() => expect(runs).toEqual([1, 1]), { timeout: 10_000 });
  // One run at a time: the next event's turn comes once the first has no try left.
  await client.send({ name: "x", data: { n: 2 } });
  await vi.waitFor(() => expect(runs.length).toBeGreaterThanOrEqual(4), { timeout: 10_000 });
  expect(runs).toEqual([1, 1, 2, 2]);
});

test("an event of a time to come waits for it, and the same id twice is one", async () => {
  const client = createClient();
  const got: [unknown, number][] = [];
  const listening = client.createFunction({ id: "a", triggers: [{ event: "x" }] }, ({ event }) => {
    got.push([event.data.n, Date.now()]);
  });
  await startRunner(client, [listening]);
  const ts = Date.now() + 400;
  await client.send({ id: "later", name: "x", ts, data: { n: 1 } });
  await client.send({ id: "later", name: "x", ts, data: { n: 1 } });
  await vi.waitFor(() => expect(got).not.toEqual([]), { timeout: 10_000 });
  await client.send({ name: "x", data: { n: 2 } });
  await vi.waitFor(() => expect(got.at(-1)?.[0]).toBe(2), { timeout: 10_000 });
  expect(got.map(([n]) => n)).toEqual([1, 2]);
  expect(got[0]?.[1]).toBeGreaterThanOrEqual(ts - 1);
});

test("calls that are not signed with the runner's key are refused outside development", async () => {
  const client = createClient();
  const got = vi.fn();
  const listening = client.createFunction({ id: "a", triggers: [{ event: "x" }] }, () => got());
  const handler = serve({ client, functions: [listening], serveOrigin: "http://localhost" });
  const calls: Request[] = [];
  const runner = new EmbeddedRunner((request: Request) => {
    if (request.method === "POST") calls.push(request.clone());
    return handler(request);
  }, signingKey);
  await runner.start();
  onTestFinished(() => runner.stop());
  await client.send({ name: "x" });
  await vi.waitFor(() => expect(got).toHaveBeenCalledTimes(1));
  const [call] = calls;
  if (!call) throw new Error("The runner called nothing.");
  const answerWith = async (change: (headers: Headers) => void, body?: string) => {
    const headers = new Headers(call.headers);
    change(headers);
    return handler(
      new Request(call.url, { method: "POST", headers, body: body ?? (await call.clone().text()) }),
    );
  };
  const name = "x-inngest-signature";
  const signature = call.headers.get(name) ?? "";

  const refused = [
    await answerWith((headers) => headers.delete(name)),
    await answerWith((headers) =>
      headers.set(
        name,
        signature.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
      ),
    ),
    await answerWith(() => undefined, (await call.clone().text()).replace('"x"', '"y"')),
  ];
  for (const response of refused) expect(response.status).toBeGreaterThanOrEqual(400);
  expect(got).toHaveBeenCalledTimes(1);
  // It was the signature alone that they lacked.
  expect((await answerWith(() => undefined)).status).toBeLessThan(400);
  expect(got).toHaveBeenCalledTimes(2);
});

test("every function of Patchbay is one that the embedded runner can run", () => {
  const ids = allFunctions().map((declared) => declared.id());
  expect(ids).toEqual([
    "accept-events",
    "drain-deliveries",
    "sweep",
    "prune-history",
    "send-notices",
    "send-account-mails",
    "reseal-secrets",
    "refresh-credentials",
    "check-integrations",
    "sync-records",
  ]);
});
