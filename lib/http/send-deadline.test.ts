import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, test } from "vitest";
import { answered, failed, fixture, listen, post, testClient } from "./testing.ts";

const timeoutMs = 200;

/** A deadline may be late by the timer and the machine, never early. */
function expectOnTime(totalMs: number) {
  expect(totalMs).toBeGreaterThanOrEqual(timeoutMs - 2);
  expect(totalMs).toBeLessThan(timeoutMs + 600);
}

describe("one deadline covers every phase", () => {
  test("a name server that hangs", async () => {
    const client = testClient({ allowHosts: ["pos.example"], lookup: () => new Promise(() => {}) });
    const reply = failed(await client.send(post("http://pos.example/", { timeoutMs })));
    expect(reply).toMatchObject({
      failure: { code: "timeout", params: { reason: "no_connection", seconds: 0.2 } },
      timing: { dnsMs: null, connectMs: null },
    });
    expectOnTime(reply.timing.totalMs);
  });

  test("a host that takes no connection", async () => {
    let isAborted = false;
    const client = testClient({
      dial: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            isAborted = true;
            reject(signal.reason);
          });
        }),
    });
    const reply = failed(await client.send(post("http://127.0.0.1:8080/", { timeoutMs })));
    expect(reply).toMatchObject({
      failure: { code: "timeout" },
      timing: { dnsMs: expect.any(Number), connectMs: null },
    });
    expectOnTime(reply.timing.totalMs);
    expect(isAborted).toBe(true);
  });

  test("a server that never finishes TLS", async () => {
    const { port, accepted } = await listen(createTcpServer((socket) => socket.resume()));
    const client = testClient({ ca: fixture.cert });
    const reply = failed(await client.send(post(`https://127.0.0.1:${port}/`, { timeoutMs })));
    expect(reply).toMatchObject({
      failure: { code: "timeout" },
      timing: { connectMs: expect.any(Number), tlsMs: null },
    });
    expectOnTime(reply.timing.totalMs);
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });

  test("a server that sends no headers", async () => {
    const { port, accepted } = await listen(createServer(() => {}));
    const reply = failed(await testClient().send(post(`http://127.0.0.1:${port}/`, { timeoutMs })));
    expect(reply).toMatchObject({
      failure: { code: "timeout", params: { reason: "no_answer", seconds: 0.2, announced: null } },
      timing: { connectMs: expect.any(Number), firstByteMs: null },
    });
    expectOnTime(reply.timing.totalMs);
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });

  test("a body that trickles: the status counts, and the body is what came in time", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200).write("a");
      const timer = setInterval(() => response.write("a"), 20);
      response.on("close", () => clearInterval(timer));
    });
    const { port, accepted } = await listen(server);
    const reply = answered(await testClient().send(post(`http://127.0.0.1:${port}/`, { timeoutMs })));
    expect(reply).toMatchObject({
      statusCode: 200,
      isBodyBroken: true,
      flaw: { code: "flaw_late", params: { seconds: 0.2 } },
      timing: { firstByteMs: expect.any(Number) },
    });
    expectOnTime(reply.timing.totalMs);
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });
});

test("a request that has timed out is not sent when the connection comes about after all", async () => {
  const { port, accepted } = await listen(createServer((_request, response) => response.end()));
  let answerLookup = (_addresses: { address: string }[]) => {};
  const lookup = () => new Promise<{ address: string }[]>((resolve) => (answerLookup = resolve));
  const client = testClient({ allowHosts: ["pos.example"], lookup });
  failed(await client.send(post(`http://pos.example:${port}/`, { timeoutMs: 50 })));
  answerLookup([{ address: "127.0.0.1" }]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(accepted.every((socket) => socket.bytesRead === 0)).toBe(true);
});

test("an endpoint that hangs does not slow another", async () => {
  const hanging = await listen(createServer(() => {}));
  const quick = await listen(createServer((_request, response) => response.end("ok")));
  const client = testClient();
  const stuck = Array.from({ length: 50 }, () =>
    client.send(post(`http://127.0.0.1:${hanging.port}/`, { timeoutMs: 1_000 })),
  );
  const reply = answered(await client.send(post(`http://127.0.0.1:${quick.port}/`, { timeoutMs: 900 })));
  expect(reply.body).toBe("ok");
  for (const each of await Promise.all(stuck)) expect(failed(each).failure.code).toBe("timeout");
});
