import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import type { TLSSocket, TlsOptions } from "node:tls";
import { expect, test } from "vitest";
import { dialTcp } from "./dial.ts";
import { answered, failed, fixture, listen, post, testClient } from "./testing.ts";

/** A TLS server; the names asked for by SNI are noted. */
async function serveTls(cert = fixture.cert, options: TlsOptions = {}) {
  const names: unknown[] = [];
  const server = createServer({ key: fixture.key, cert, ...options }, (_request, response) =>
    response.end("ok"),
  );
  server.on("secureConnection", (socket: TLSSocket) => names.push(socket.servername));
  return { ...(await listen(server)), names };
}

/** Calls any name as if it led to a public address, which is in truth this machine. */
function clientFor(port: number, ca?: string) {
  return testClient({
    allowHosts: [],
    lookup: async () => [{ address: "1.1.1.1" }],
    dial: ({ signal }) => dialTcp({ address: "127.0.0.1", port, signal }),
    ca,
  });
}

test("the certificate is held to the name in the URL, which the server is told", async () => {
  const { port, names } = await serveTls();
  const reply = answered(await clientFor(port, fixture.cert).send(post("https://pos.example/")));
  expect(reply.body).toBe("ok");
  expect(reply.timing).toMatchObject({ connectMs: expect.any(Number), tlsMs: expect.any(Number) });
  expect(names).toEqual(["pos.example"]);
});

test("a secure connection is used again", async () => {
  const { port, accepted } = await serveTls();
  const client = clientFor(port, fixture.cert);
  answered(await client.send(post("https://pos.example/a")));
  expect(answered(await client.send(post("https://pos.example/b"))).timing.tlsMs).toBeNull();
  expect(accepted).toHaveLength(1);
});

test("an address in the URL is held to the certificate too, and is no server name", async () => {
  const { port, names } = await serveTls();
  const client = testClient({ ca: fixture.cert });
  answered(await client.send(post(`https://127.0.0.1:${port}/`)));
  expect(names).toEqual([false]);
});

test("a certificate for another name is refused", async () => {
  const { port } = await serveTls();
  const reply = failed(await clientFor(port, fixture.cert).send(post("https://other.example/")));
  expect(reply).toMatchObject({
    failure: { code: "tls", params: { reason: "other_name", host: "other.example" } },
    timing: { connectMs: expect.any(Number), tlsMs: null },
  });
});

test("a self-signed certificate is refused", async () => {
  const { port, accepted } = await serveTls();
  const reply = failed(await clientFor(port).send(post("https://pos.example/")));
  expect(reply).toMatchObject({ failure: { code: "tls", params: { reason: "self_signed" } } });
  await expect.poll(() => accepted.every((socket) => socket.destroyed)).toBe(true);
});

test("an expired certificate is refused", async () => {
  const { port } = await serveTls(fixture.expiredCert);
  const reply = failed(await clientFor(port, fixture.expiredCert).send(post("https://pos.example/")));
  expect(reply).toMatchObject({
    failure: { code: "tls", params: { reason: "expired", host: "pos.example" } },
  });
});

test("a port that does not speak TLS is told plainly", async () => {
  const { port } = await listen(createHttpServer((_request, response) => response.end()));
  const reply = failed(await clientFor(port).send(post("https://pos.example/")));
  expect(reply).toMatchObject({
    failure: { code: "tls", params: { reason: "no_tls" } },
  });
});

test.each<[string, TlsOptions, string]>([
  ["asks for a client certificate", { requestCert: true, rejectUnauthorized: true }, "client_certificate"],
  [
    "knows old versions alone",
    { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" },
    "outdated",
  ],
  ["speaks another protocol over TLS", { ALPNProtocols: ["h2"] }, "refused"],
])("a server that %s is told as such", async (_case, options, reason) => {
  const { port } = await serveTls(fixture.cert, options);
  const reply = failed(await clientFor(port, fixture.cert).send(post("https://pos.example/")));
  expect(reply).toMatchObject({ failure: { code: "tls", params: { reason } } });
});

test("a server that closes during TLS is a reset", async () => {
  const { port } = await listen(createTcpServer((socket) => socket.on("data", () => socket.destroy())));
  const reply = failed(await clientFor(port).send(post("https://pos.example/")));
  expect(reply).toMatchObject({ failure: { code: "connection_reset" } });
});
