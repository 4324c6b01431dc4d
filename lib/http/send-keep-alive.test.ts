import { createServer } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { answered, failed, listen, post, testClient } from "./testing.ts";

const okResponse = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const noSetup = { dnsMs: null, connectMs: null, tlsMs: null };

test("a connection is used again, and says so by having no connection times", async () => {
  const { port, accepted } = await listen(createServer((_request, response) => response.end("ok")));
  const client = testClient();
  const url = `http://127.0.0.1:${port}/`;
  expect(answered(await client.send(post(url))).timing.connectMs).toEqual(expect.any(Number));
  for (let round = 0; round < 3; round++) {
    const { timing } = answered(await client.send(post(url)));
    expect(timing).toMatchObject({ ...noSetup, firstByteMs: expect.any(Number) });
  }
  expect(accepted).toHaveLength(1);
});

test("a connection that is used again takes each request to its own address", async () => {
  const asked: string[] = [];
  const { port, accepted } = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("ok");
    }),
  );
  const client = testClient();
  for (const path of ["/a", "/b?c=1", "/"])
    answered(await client.send(post(`http://127.0.0.1:${port}${path}`)));
  expect(asked).toEqual(["/a", "/b?c=1", "/"]);
  expect(accepted).toHaveLength(1);
});

test("requests at the same time each have a connection of their own", async () => {
  const { port, accepted } = await listen(
    createServer((_request, response) => setTimeout(() => response.end("ok"), 30)),
  );
  const client = testClient();
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => client.send(post(`http://127.0.0.1:${port}/`))),
  );
  for (const reply of replies) expect(answered(reply).timing.connectMs).toEqual(expect.any(Number));
  expect(accepted).toHaveLength(20);
});

test("where the server closes after each answer, each request has a connection of its own", async () => {
  const server = createServer((_request, response) => response.setHeader("connection", "close").end("ok"));
  const { port, accepted } = await listen(server);
  const client = testClient();
  for (let round = 0; round < 5; round++) {
    const { timing } = answered(await client.send(post(`http://127.0.0.1:${port}/`)));
    expect(timing.connectMs).toEqual(expect.any(Number));
  }
  expect(accepted).toHaveLength(5);
});

/** A server that answers the first request of a connection and does this with every later one. */
async function serveOnce(onLater: (socket: Socket, requests: number) => void) {
  let requests = 0;
  const server = createTcpServer((socket) => {
    let isFirst = true;
    socket.on("data", () => {
      requests++;
      if (!isFirst) return onLater(socket, requests);
      isFirst = false;
      socket.write(okResponse);
    });
  });
  const { port, accepted } = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, accepted, requests: () => requests };
}

test.each(["end", "resetAndDestroy"] as const)(
  "a request that the server may have read before it closed (%s) a kept connection is not sent twice",
  async (close) => {
    const server = await serveOnce((socket) => socket[close]());
    const client = testClient();
    answered(await client.send(post(server.url)));
    expect(failed(await client.send(post(server.url)))).toMatchObject({
      failure: { code: "connection_reset", params: { reason: "no_answer", announced: null } },
    });
    expect(server.requests()).toBe(2);
  },
);

test("a server that closed a kept connection under a request gets a new one for each of the next", async () => {
  const server = await serveOnce((socket) => socket.end());
  const client = testClient();
  answered(await client.send(post(server.url)));
  failed(await client.send(post(server.url)));
  for (let round = 0; round < 3; round++) answered(await client.send(post(server.url)));
  expect(server.accepted).toHaveLength(4);
  expect(server.requests()).toBe(5);
});

test.each(["GET", "HEAD"] as const)(
  "%s, which changes nothing, is sent again over a new connection",
  async (method) => {
    const server = await serveOnce((socket) => socket.end());
    const client = testClient();
    const request = post(server.url, { method, body: undefined });
    answered(await client.send(post(server.url)));
    const { timing } = answered(await client.send(request));
    expect(timing.connectMs).toEqual(expect.any(Number));
    expect(server.requests()).toBe(3);
  },
);

test("408 on a kept connection says that no request was read: it is sent again over a new one", async () => {
  const server = await serveOnce((socket) =>
    socket.end("HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"),
  );
  const client = testClient();
  answered(await client.send(post(server.url)));
  expect(answered(await client.send(post(server.url))).statusCode).toBe(200);
  expect(server.accepted).toHaveLength(2);
});

test("a request that could not be written whole is sent again: the server cannot have acted on it", async () => {
  const body = "x".repeat(8_000_000);
  let large = 0;
  const server = createTcpServer((socket) => {
    let isFirst = true;
    socket.on("data", () => {
      if (isFirst) socket.write(okResponse);
      else if (large++ === 0) socket.resetAndDestroy();
      isFirst = false;
    });
  });
  const { port, accepted } = await listen(server);
  const client = testClient();
  answered(await client.send(post(`http://127.0.0.1:${port}/`)));
  answered(await client.send(post(`http://127.0.0.1:${port}/`, { body })));
  expect(accepted).toHaveLength(2);
});

test.each([
  ["closes at once", (socket: Socket) => socket.end(okResponse)],
  ["resets at once", (socket: Socket) => socket.write(okResponse, () => socket.resetAndDestroy())],
  ["sends stray bytes", (socket: Socket) => socket.write(`${okResponse}\r\nstray`)],
  [
    "sends a body after 204",
    (socket: Socket) => socket.write("HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\nok"),
  ],
])(
  "where the server says it keeps the connection and %s, every event arrives once",
  async (_case, answer) => {
    let requests = 0;
    const server = createTcpServer((socket) => {
      socket.on("data", () => {
        requests++;
        answer(socket);
      });
    });
    const { port } = await listen(server);
    const client = testClient();
    for (let round = 0; round < 10; round++) {
      expect(answered(await client.send(post(`http://127.0.0.1:${port}/`))).statusCode).toBeLessThan(300);
    }
    expect(requests).toBe(10);
  },
);

test("a connection is kept for less long than the server says it waits", async () => {
  const kept = okResponse.replace("\r\n\r\n", "\r\nkeep-alive: timeout=1, max=100\r\n\r\n");
  const server = createTcpServer((socket) => socket.on("data", () => socket.write(kept)));
  const { port, accepted } = await listen(server);
  const client = testClient();
  answered(await client.send(post(`http://127.0.0.1:${port}/`)));
  answered(await client.send(post(`http://127.0.0.1:${port}/`)));
  expect(accepted).toHaveLength(2);
});

test("a kept connection that the server closed while idle is not used", async () => {
  const server = await serveOnce(() => {});
  const client = testClient();
  answered(await client.send(post(server.url)));
  server.accepted[0]?.end();
  await expect.poll(() => server.accepted[0]?.destroyed).toBe(true);
  answered(await client.send(post(server.url)));
  expect(server.accepted).toHaveLength(2);
  expect(server.requests()).toBe(2);
});

test("a request on a new connection is not sent twice", async () => {
  let requests = 0;
  const server = createTcpServer((socket) => {
    socket.on("data", () => {
      requests++;
      socket.resetAndDestroy();
    });
  });
  const { port } = await listen(server);
  expect(failed(await testClient().send(post(`http://127.0.0.1:${port}/`))).failure.code).toBe(
    "connection_reset",
  );
  expect(requests).toBe(1);
});

test("a request whose answer had begun is not sent twice, and its status counts", async () => {
  const server = await serveOnce((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nab"));
  const client = testClient();
  answered(await client.send(post(server.url)));
  expect(answered(await client.send(post(server.url)))).toMatchObject({
    statusCode: 200,
    isBodyBroken: true,
  });
  expect(server.requests()).toBe(2);
});

test("a timeout on a kept connection is not tried again", async () => {
  const server = await serveOnce(() => {});
  const client = testClient();
  answered(await client.send(post(server.url)));
  expect(failed(await client.send(post(server.url, { timeoutMs: 1_500 }))).failure.code).toBe("timeout");
  expect(server.requests()).toBe(2);
});

test("what a server sends after its answer does not become the answer to the next request", async () => {
  const server = createTcpServer((socket) => {
    socket.on("data", () => socket.write(`${okResponse}HTTP/1.1 418 Smuggled\r\ncontent-length: 0\r\n\r\n`));
  });
  const { port, accepted } = await listen(server);
  const client = testClient();
  for (let round = 1; round <= 3; round++) {
    expect(answered(await client.send(post(`http://127.0.0.1:${port}/`))).statusCode).toBe(200);
  }
  expect(accepted).toHaveLength(3);
});

test("an idle connection is closed after a few seconds", async () => {
  const server = createTcpServer((socket) => socket.on("data", () => socket.write(okResponse)));
  const { port, accepted } = await listen(server);
  answered(await testClient().send(post(`http://127.0.0.1:${port}/`)));
  await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
});
