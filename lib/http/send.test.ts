import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { FailureCode, TimingDto } from "#lib/deliveries/schema.ts";
import type { OutboundFailureCode } from "#lib/failures/attempt-failures.ts";
import type { OutboundTiming } from "./send.ts";
import { answered, failed, listen, post, testClient } from "./testing.ts";

/** The URL of a server that answers so. */
async function serve(listener: RequestListener): Promise<string> {
  const { port } = await listen(createServer(listener));
  return `http://127.0.0.1:${port}/hook`;
}

/** The URL of a server that does this with each request's first bytes. */
async function serveRaw(onData: (socket: Socket, data: Buffer) => void): Promise<string> {
  const server = createTcpServer((socket) => socket.on("data", (data) => onData(socket, data)));
  const { port } = await listen(server);
  return `http://127.0.0.1:${port}/hook`;
}

test("what it reports fits the attempt log", () => {
  expectTypeOf<OutboundFailureCode>().toExtend<FailureCode>();
  expectTypeOf<OutboundTiming>().toExtend<TimingDto>();
});

test("the request arrives as given; added are host, length, connection, and what every request says unless told otherwise", async () => {
  const seen: unknown[] = [];
  const url = await serve(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    response.end();
  });
  const headers = { "content-type": "application/json", "webhook-id": "msg_1" };
  answered(await testClient().send(post(`${url}?a=%20b`, { headers, body: '{"name":"Café"}' })));
  expect(seen).toEqual([
    {
      method: "POST",
      url: "/hook?a=%20b",
      headers: {
        ...headers,
        host: new URL(url).host,
        "content-length": "16",
        connection: "keep-alive",
        accept: "*/*",
        "accept-encoding": "identity",
        "user-agent": expect.stringMatching(/^Patchbay\/\d/),
      },
      body: '{"name":"Café"}',
    },
  ]);
});

test("the answer has status, headers, body and times", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(201, { "X-Trace": "t1", "Set-Cookie": ["a=1", "b=2"] });
    response.end("grüezi");
  });
  const reply = answered(await testClient().send(post(url)));
  expect(reply).toMatchObject({ ok: true, statusCode: 201, body: "grüezi", isBodyCut: false });
  expect(reply.headers).toMatchObject({ "x-trace": "t1", "set-cookie": "a=1, b=2" });
  expect(reply.timing).toMatchObject({
    dnsMs: expect.any(Number),
    connectMs: expect.any(Number),
    tlsMs: null,
    firstByteMs: expect.any(Number),
  });
  expect(reply.timing.totalMs).toBeGreaterThan(0);
});

test.each([200, 204, 304, 400, 404, 410, 429, 500, 503])("status %i is an answer", async (statusCode) => {
  const url = await serve((_request, response) => response.writeHead(statusCode).end());
  expect(answered(await testClient().send(post(url))).statusCode).toBe(statusCode);
});

test.each([301, 302, 303, 307, 308])("a redirect %i is returned and not followed", async (statusCode) => {
  const paths: unknown[] = [];
  const url = await serve((request, response) => {
    paths.push(request.url);
    response.writeHead(statusCode, { location: "/elsewhere" }).end();
  });
  const reply = answered(await testClient().send(post(url)));
  expect(reply).toMatchObject({ statusCode, headers: { location: "/elsewhere" } });
  expect(paths).toEqual(["/hook"]);
});

test("an announcement before the answer (103) is not taken for it", async () => {
  const url = await serve((_request, response) => {
    response.writeEarlyHints({ link: "</a.css>; rel=preload" });
    response.writeHead(202).end("done");
  });
  expect(answered(await testClient().send(post(url)))).toMatchObject({ statusCode: 202, body: "done" });
});

describe("what is kept of an answer is bounded", () => {
  test("a body of exactly the limit is whole", async () => {
    const url = await serve((_request, response) => response.end("a".repeat(16_384)));
    const reply = answered(await testClient().send(post(url)));
    expect(reply).toMatchObject({ isBodyCut: false, body: "a".repeat(16_384) });
  });

  test("an endless body is cut at 16 KiB, at once, and its connection is closed", async () => {
    const server = createServer((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write("b".repeat(10_000)));
      };
      response.on("drain", write);
      write();
    });
    const { port, accepted } = await listen(server);
    const reply = answered(await testClient().send(post(`http://127.0.0.1:${port}/`)));
    expect(reply).toMatchObject({ statusCode: 200, isBodyCut: true, body: "b".repeat(16_384) });
    await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
  });

  test("a cut in the middle of a character leaves no broken one", async () => {
    const url = await serve((_request, response) => response.end("aé€"));
    const reply = answered(await testClient().send(post(url, { maxResponseBytes: 5 })));
    expect(reply).toMatchObject({ body: "aé", isBodyCut: true });
  });

  test("bytes that are not UTF-8, and NUL, are replaced", async () => {
    const url = await serve((_request, response) =>
      response.end(Buffer.from([0x61, 0xff, 0x00, 0xe2, 0x82])),
    );
    expect(answered(await testClient().send(post(url))).body).toBe("a\ufffd\ufffd\ufffd");
  });

  test("at most 64 headers are kept", async () => {
    const url = await serve((_request, response) => {
      for (let index = 0; index < 100; index++) response.setHeader(`x-${index}`, "1");
      response.end();
    });
    expect(Object.keys(answered(await testClient().send(post(url))).headers)).toHaveLength(64);
  });

  test("at most 16 KiB of headers are kept", async () => {
    const url = await serve((_request, response) => {
      for (let index = 0; index < 30; index++) response.setHeader(`x-${index}`, "v".repeat(1_000));
      response.end();
    });
    const { headers } = answered(await testClient().send(post(url)));
    expect(JSON.stringify(headers).length).toBeLessThan(17_000);
    expect(Object.keys(headers).length).toBeGreaterThan(10);
  });

  test("a header with the name of an object's own parts is a header like any other", async () => {
    const url = await serve((_request, response) => {
      response.setHeader("__proto__", "a").setHeader("constructor", "b").end();
    });
    const { headers } = answered(await testClient().send(post(url)));
    expect(Object.entries(headers)).toEqual(
      expect.arrayContaining([
        ["__proto__", "a"],
        ["constructor", "b"],
      ]),
    );
  });
});

describe("an endpoint that fails is an outcome", () => {
  test("nothing listens", async () => {
    const server = createServer();
    const { port } = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(failed(await testClient().send(post(`http://127.0.0.1:${port}/`)))).toMatchObject({
      failure: { code: "connection_refused", params: { reason: "closed", host: "127.0.0.1", port } },
      timing: { dnsMs: expect.any(Number), connectMs: null, tlsMs: null, firstByteMs: null },
    });
  });

  test.each<[string, (socket: Socket) => void, string, string]>([
    ["closes without an answer", (socket) => socket.end(), "connection_reset", "no_answer"],
    ["resets", (socket) => socket.resetAndDestroy(), "connection_reset", "no_answer"],
    ["breaks off in the status line", (socket) => socket.end("HTTP/1."), "connection_reset", "first_line"],
    ["speaks something else", (socket) => socket.end("SSH-2.0-OpenSSH_9.7\r\n"), "protocol", "first_line"],
    ["speaks binary", (socket) => socket.end(Buffer.from([0xca, 0xfe, 0xba])), "protocol", "bytes"],
  ])("the endpoint %s", async (_case, answer, code, reason) => {
    const reply = failed(await testClient().send(post(await serveRaw(answer))));
    expect(reply).toMatchObject({ failure: { code, params: { reason } } });
  });

  test("a URL that is not allowed", async () => {
    expect(failed(await testClient().send(post("ftp://127.0.0.1/")))).toMatchObject({
      failure: { code: "invalid_url" },
    });
    expect(failed(await testClient().send(post("https://10.0.0.1/")))).toMatchObject({
      failure: { code: "blocked_address" },
    });
  });

  test("a header that cannot be sent is a fault of ours, with its cause for the log", async () => {
    const url = await serve((_request, response) => response.end());
    const reply = failed(await testClient().send(post(url, { headers: { "x-a": "1\r\nx-b: 2" } })));
    expect(reply.failure.code).toBe("internal");
    expect(reply.cause).toBeInstanceOf(Error);
  });
});

test("after close no request goes out, and close waits for those under way", async () => {
  const held: ServerResponse[] = [];
  const url = await serve((_request, response) => held.push(response));
  const client = testClient();
  const underWay = client.send(post(url));
  await expect.poll(() => held).toHaveLength(1);
  const closing = client.close();
  expect(failed(await client.send(post(url)))).toMatchObject({ failure: { code: "internal" } });
  held[0]?.end("late");
  await closing;
  expect(answered(await underWay).body).toBe("late");
});
