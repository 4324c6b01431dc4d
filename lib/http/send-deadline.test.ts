import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { OutboundReply } from "./send.ts";
import { answered, failed, fixture, listen, post, testClient } from "./testing.ts";

type Client = ReturnType<typeof testClient>;

/**
 * Sends to an endpoint that lets the deadline pass. A deadline is never early; whether it is late is told by a second
 * timer of this process, which the machine delays as much.
 * @param hasCome whether a request came to the phase that is tried: on a busy machine it may take more time to
 */
async function passDeadline(
  client: Client,
  url: string,
  hasCome: (timing: OutboundReply["timing"]) => boolean = () => true,
): Promise<{ reply: OutboundReply; seconds: number }> {
  for (const timeoutMs of [200, 1_000, 5_000, 20_000]) {
    const late = Promise.withResolvers<never>();
    // Begun only at the deadline, it leaves the client its turns however long the process was held up until then.
    let timer = setTimeout(() => {
      timer = setTimeout(() => late.reject(new Error("The deadline is late.")), 600);
    }, timeoutMs);
    const reply = await Promise.race([client.send(post(url, { timeoutMs })), late.promise]);
    clearTimeout(timer);
    expect(reply.timing.totalMs).toBeGreaterThanOrEqual(timeoutMs - 2);
    if (hasCome(reply.timing)) return { reply, seconds: timeoutMs / 1_000 };
  }
  throw new Error("No request came to the phase that is tried.");
}

describe("one deadline covers every phase", () => {
  test("a name server that hangs", async () => {
    const client = testClient({ allowHosts: ["pos.example"], lookup: () => new Promise(() => {}) });
    const { reply, seconds } = await passDeadline(client, "http://pos.example/");
    expect(failed(reply)).toMatchObject({
      failure: { code: "timeout", params: { reason: "no_connection", seconds } },
      timing: { dnsMs: null, connectMs: null },
    });
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
    const { reply } = await passDeadline(client, "http://127.0.0.1:8080/", ({ dnsMs }) => dnsMs !== null);
    expect(failed(reply)).toMatchObject({ failure: { code: "timeout" }, timing: { connectMs: null } });
    expect(isAborted).toBe(true);
  });

  test("a server that never finishes TLS", async () => {
    const { port, accepted } = await listen(createTcpServer((socket) => socket.resume()));
    const client = testClient({ ca: fixture.cert });
    const hasCome = ({ connectMs }: OutboundReply["timing"]) => connectMs !== null;
    const { reply } = await passDeadline(client, `https://127.0.0.1:${port}/`, hasCome);
    expect(failed(reply)).toMatchObject({ failure: { code: "timeout" }, timing: { tlsMs: null } });
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });

  test("a server that sends no headers", async () => {
    const { port, accepted } = await listen(createServer(() => {}));
    const hasCome = ({ connectMs }: OutboundReply["timing"]) => connectMs !== null;
    const { reply, seconds } = await passDeadline(testClient(), `http://127.0.0.1:${port}/`, hasCome);
    expect(failed(reply)).toMatchObject({
      failure: { code: "timeout", params: { reason: "no_answer", seconds, announced: null } },
      timing: { firstByteMs: null },
    });
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });

  test("a body that trickles: the status counts, and the body is what came in time", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200).write("a");
      const timer = setInterval(() => response.write("a"), 20);
      response.on("close", () => clearInterval(timer));
    });
    const { port, accepted } = await listen(server);
    const hasCome = ({ firstByteMs }: OutboundReply["timing"]) => firstByteMs !== null;
    const { reply, seconds } = await passDeadline(testClient(), `http://127.0.0.1:${port}/`, hasCome);
    expect(answered(reply)).toMatchObject({
      statusCode: 200,
      isBodyBroken: true,
      flaw: { code: "flaw_late", params: { seconds } },
    });
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });
});

test("a request that has timed out is not sent when the connection comes about after all", async () => {
  const { port, accepted } = await listen(createServer((_request, response) => response.end()));
  let answerLookup = (_addresses: { address: string }[]) => {};
  const lookup = () => new Promise<{ address: string }[]>((resolve) => (answerLookup = resolve));
  const client = testClient({ allowHosts: ["pos.example", "127.0.0.1"], lookup });
  failed(await client.send(post(`http://pos.example:${port}/`, { timeoutMs: 50 })));
  answerLookup([{ address: "127.0.0.1" }]);
  // By the time that a request which was begun later is answered, the first would have come.
  answered(await client.send(post(`http://127.0.0.1:${port}/`)));
  expect(accepted.filter((socket) => socket.bytesRead > 0)).toHaveLength(1);
});

test("an endpoint that hangs does not slow another", async () => {
  const hanging = await listen(createServer(() => {}));
  const quick = await listen(createServer((_request, response) => response.end("ok")));
  const client = testClient();
  let ended = 0;
  const stuck = Array.from({ length: 50 }, () =>
    client.send(post(`http://127.0.0.1:${hanging.port}/`)).finally(() => (ended += 1)),
  );
  await expect.poll(() => hanging.accepted.length).toBe(50);
  const reply = answered(await client.send(post(`http://127.0.0.1:${quick.port}/`)));
  expect(reply.body).toBe("ok");
  expect(ended).toBe(0);
  for (const socket of hanging.accepted) socket.destroy();
  for (const each of await Promise.all(stuck)) failed(each);
});
