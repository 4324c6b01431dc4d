import { readFileSync } from "node:fs";
import type { AddressInfo, Server, Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createOutboundClient, type OutboundReply, type OutboundRequest } from "./send.ts";

/**
 * A self-signed pair for pos.example and 127.0.0.1, and the same key with a certificate that ended in 2020.
 * They were made with openssl for these tests and protect nothing.
 */
export const fixture = {
  key: readFixture("server-key.pem"),
  cert: readFixture("server-cert.pem"),
  expiredCert: readFixture("expired-cert.pem"),
};

function readFixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

/** Listens on 127.0.0.1 until the test ends. The sockets it ever accepted are kept for counting. */
export async function listen(server: Server): Promise<{ port: number; accepted: Socket[] }> {
  const accepted: Socket[] = [];
  server.on("connection", (socket: Socket) => {
    accepted.push(socket);
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of accepted) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error("The server listens on no port.");
  return { port: address.port, accepted };
}

function isAddressInfo(address: ReturnType<Server["address"]>): address is AddressInfo {
  return address !== null && typeof address === "object";
}

/** A client that ends with the test; by default it may call 127.0.0.1. */
export function testClient(options: Partial<Parameters<typeof createOutboundClient>[0]> = {}) {
  const client = createOutboundClient({ allowHosts: ["127.0.0.1"], ...options });
  onTestFinished(() => client.close());
  return client;
}

export function post(url: string, more: Partial<OutboundRequest> = {}): OutboundRequest {
  return { method: "POST", url, headers: {}, body: "{}", timeoutMs: 30_000, ...more };
}

/** The answer, where there must be one. */
export function answered(reply: OutboundReply) {
  if (!reply.ok)
    throw new Error(`No answer: ${reply.failure.code} ${JSON.stringify(reply.failure.params)}`, {
      cause: reply.cause,
    });
  return reply;
}

/** The failure, where there must be one. */
export function failed(reply: OutboundReply) {
  if (reply.ok) throw new Error(`Answered ${reply.statusCode}, where a failure was due.`);
  return reply;
}
