import { once } from "node:events";
import { createServer } from "node:http";

/** Serves a web handler over HTTP on loopback, for a stand-in to call. */
export async function serveOverHttp(handler: (request: Request) => Promise<Response>, port = 0) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    // Whoever looks for a sandbox here finds none, and does not end the process.
    if (!request.url?.startsWith("/api/inngest")) {
      response.writeHead(404).end();
      return;
    }
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    const reply = await handler(
      new Request(`http://127.0.0.1${request.url}`, {
        method: request.method ?? "GET",
        headers,
        ...(hasBody && { body: Buffer.concat(chunks) }),
      }),
    );
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
