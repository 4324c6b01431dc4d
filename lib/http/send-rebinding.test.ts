import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { expect, test, vi } from "vitest";
import { type Dial, dialTcp } from "./dial.ts";
import type { Lookup } from "./resolve.ts";
import { answered, failed, fixture, listen, post, testClient } from "./testing.ts";

/** A server that closes after each answer, so that each request needs a connection. */
async function serveSecurely() {
  const server = createTlsServer({ key: fixture.key, cert: fixture.cert }, (_request, response) => {
    response.setHeader("connection", "close").end("ok");
  });
  return (await listen(server)).port;
}

/** A client whose dialling is noted and ends on this machine. */
function notedClient(port: number, lookup: Lookup, allowHosts: string[] = []) {
  const dialled: string[] = [];
  const dial: Dial = ({ address, signal }) => {
    dialled.push(address);
    return dialTcp({ address: "127.0.0.1", port, signal });
  };
  return { client: testClient({ allowHosts, lookup, dial, ca: fixture.cert }), dialled };
}

test("the address that is dialled is the one that was checked, from one look-up", async () => {
  const port = await serveSecurely();
  const answers = ["1.1.1.1", "127.0.0.1"];
  const lookup = vi.fn(async () => [{ address: answers.shift() ?? "127.0.0.1" }]);
  const { client, dialled } = notedClient(port, lookup);

  answered(await client.send(post("https://pos.example/")));
  expect(lookup).toHaveBeenCalledTimes(1);
  expect(dialled).toEqual(["1.1.1.1"]);

  expect(failed(await client.send(post("https://pos.example/")))).toMatchObject({
    failure: { code: "blocked_address", params: { reason: "leads_inside", host: "pos.example" } },
    cause: expect.objectContaining({ message: expect.stringContaining("127.0.0.1") }),
  });
  expect(lookup).toHaveBeenCalledTimes(2);
  expect(dialled).toEqual(["1.1.1.1"]);
});

test.each([
  ["private", ["10.0.0.1"]],
  ["metadata", ["169.254.169.254"]],
  ["a mixture", ["1.1.1.1", "192.168.0.1"]],
])("a name that leads to %s addresses is not dialled", async (_kind, addresses) => {
  const { client, dialled } = notedClient(1, async () => addresses.map((address) => ({ address })));
  const reply = failed(await client.send(post("https://pos.example/")));
  expect(reply.failure.code).toBe("blocked_address");
  expect(dialled).toEqual([]);
});

test("a redirect to a private address is returned, and nothing is dialled for it", async () => {
  const { port, accepted } = await listen(
    createServer((_request, response) =>
      response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    ),
  );
  const { client, dialled } = notedClient(port, async () => [{ address: "1.1.1.1" }], ["pos.example"]);
  expect(answered(await client.send(post("http://pos.example/"))).statusCode).toBe(302);
  expect(dialled).toEqual(["1.1.1.1"]);
  expect(accepted).toHaveLength(1);
});

test("a name that does not exist is told by name", async () => {
  const lookup = async () => {
    throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  };
  const { client } = notedClient(1, lookup);
  expect(failed(await client.send(post("https://pos.example/")))).toMatchObject({
    failure: { code: "dns", params: { reason: "not_found", host: "pos.example" } },
  });
});

test("where one address of a name does not answer, the next is tried", async () => {
  const { port } = await listen(createServer((_request, response) => response.end("ok")));
  const tried: string[] = [];
  const client = testClient({
    allowHosts: ["pos.example"],
    lookup: async () => [{ address: "2606:4700::1111" }, { address: "1.1.1.1" }],
    dial: async ({ address, signal }) => {
      tried.push(address);
      if (address !== "1.1.1.1") throw Object.assign(new Error("no route"), { code: "ENETUNREACH" });
      return dialTcp({ address: "127.0.0.1", port, signal });
    },
  });
  expect(answered(await client.send(post("http://pos.example/"))).body).toBe("ok");
  expect(tried).toEqual(["2606:4700::1111", "1.1.1.1"]);
});

test("the settings of a proxy in the environment are not heeded", async () => {
  const { port } = await listen(createServer((_request, response) => response.end("direct")));
  vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:1");
  vi.stubEnv("ALL_PROXY", "http://127.0.0.1:1");
  try {
    expect(answered(await testClient().send(post(`http://127.0.0.1:${port}/`))).body).toBe("direct");
  } finally {
    vi.unstubAllEnvs();
  }
});
